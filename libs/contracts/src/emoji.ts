// Made from a string: a browser without the `v` flag then refuses emoji, not the whole script.
const rgiEmoji = (): RegExp => new RegExp('^\\p{RGI_Emoji}$', 'v');
let pattern: RegExp | undefined;

const CUSTOM = /^custom:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const PICTURE_SELECTOR = '\uFE0F';

/** One of the emoji that keyboards have, in the one way that it is stored; null for any other text. */
export function normaliseEmoji(text: string): string | null {
  pattern ??= rgiEmoji();
  if (pattern.test(text)) return text;
  // Some tables write a selector behind emoji that need none.
  const bare = text.replaceAll(PICTURE_SELECTOR, '');
  return pattern.test(bare) ? bare : null;
}

/** Id of the organisation's own emoji that a key names. */
export const customEmojiId = (key: string): string | null => CUSTOM.exec(key)?.[1] ?? null;

export const customEmojiKey = (id: string): string => `custom:${id}`;

/** The same for an emoji in every skin tone. */
export const withoutSkinTone = (emoji: string): string => emoji.replace(/\p{Emoji_Modifier}|\uFE0F/gu, '');
