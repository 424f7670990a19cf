import { normaliseEmoji } from '@parvis/contracts/emoji';

/** U+1F3FB to U+1F3FF, by the number of the preference; none for 0. */
const modifier = (tone: number): string => (tone === 0 ? '' : String.fromCodePoint(0x1f3fa + tone));

/** An emoji in a skin tone, from 0 (none) to 5; itself when it has none, or those of several people. */
export function inSkinTone(emoji: string, tone: number): string {
  if (!/\p{Emoji_Modifier_Base}/u.test(emoji)) return emoji;
  const bare = emoji.replace(/\p{Emoji_Modifier}/gu, '');
  const toned = bare.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/u, `$1${modifier(tone)}`);
  const pictured = bare.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/u, '$1\uFE0F');
  return normaliseEmoji(toned) ?? normaliseEmoji(tone === 0 ? pictured : emoji) ?? emoji;
}
