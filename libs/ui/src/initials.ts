/** Up to two letters: first and last word of a name, whole code points, upper case. */
export const initials = (name: string): string => {
  const words = name.trim().split(/[\s\-_.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letter = (word: string) => Array.from(word).find((character) => /[\p{L}\p{N}]/u.test(character)) ?? '';
  return (letter(first) + (last ? letter(last) : '')).toLocaleUpperCase();
};

/** How many colours `avatar.module.css` defines. */
export const AVATAR_COLOURS = 10;

/** The same id has the same colour on every device (FNV-1a). */
export const colourIndex = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % AVATAR_COLOURS;
};
