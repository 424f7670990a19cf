import { LIMITS } from '@parvis/contracts';

const UNNAMED = 'file';

/**
 * A name from outside as one that can be shown and saved anywhere: no folders, no control or
 * direction characters, not longer than file systems bear. It never becomes a path here.
 */
export function fileName(given: string): string {
  const base = given.split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/gu, '').trim();
  if (clean.length === 0 || /^\.+$/.test(clean)) return UNNAMED;
  if (clean.length <= LIMITS.fileName) return clean;
  const extension = /\.[^.]{1,16}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, LIMITS.fileName - extension.length).trim() + extension;
}
