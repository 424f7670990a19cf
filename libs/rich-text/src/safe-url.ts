const linkable = /^(?:https?:\/\/[^\s/]|mailto:[^\s])/iu;

/** Whether a link may lead there: http, https or mailto, written out in full. */
export function isSafeUrl(url: string): boolean {
  return linkable.test(url) && !/[\u0000-\u0020\u007f]/u.test(url);
}
