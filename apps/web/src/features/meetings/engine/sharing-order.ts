import type { MeetingView } from './types.ts';

/** Who shares a screen now, me included, in the order that they began; `before` as it is where nothing changed. */
export function sharingOrder(before: readonly string[], { me, media, local }: Pick<MeetingView, 'me' | 'media' | 'local'>): readonly string[] {
  const now = Object.keys(media).filter((id) => media[id]?.screen !== undefined);
  if (me !== null && local.screen.state === 'on') now.push(me.id);
  const stayed = before.filter((id) => now.includes(id));
  const began = now.filter((id) => !before.includes(id));
  return began.length === 0 && stayed.length === before.length ? before : [...stayed, ...began];
}
