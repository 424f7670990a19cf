import { LIMITS } from '@parvis/contracts/limits';

/** As the contract's field `emojiName` says. */
export const isEmojiName = (name: string): boolean => name.length <= LIMITS.emojiName && /^[a-z0-9_+-]{2,}$/.test(name);

/** A name for an emoji made from a file: "Fête d’équipe.PNG" is fete_d_equipe. */
export function emojiNameOf(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return stem.replace(/[^a-z0-9_+-]+/g, '_').replace(/^_+/, '').slice(0, LIMITS.emojiName).replace(/_+$/, '');
}
