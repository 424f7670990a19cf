import type { CustomEmoji } from '@parvis/contracts';
import { customEmojiKey } from '@parvis/contracts/emoji';
import { defaultEmojiDataResolver, type EmojiDataResolver } from 'frimousse';

/** Before those of Unicode, which begin at 0. */
const OWN = -1;

/** The emoji of Unicode, with the organisation's own before them: found and walked through alike. */
export function withOwnEmoji(own: readonly CustomEmoji[], label: string): EmojiDataResolver {
  return async (locale, options) => {
    const data = await defaultEmojiDataResolver(locale, options);
    if (own.length === 0) return data;
    return {
      ...data,
      categories: [{ index: OWN, label }, ...data.categories],
      emojis: [
        ...own.map(({ id, name }) => ({ emoji: customEmojiKey(id), category: OWN, label: name, version: 0, tags: name.split(/[_+-]/) })),
        ...data.emojis,
      ],
    };
  };
}
