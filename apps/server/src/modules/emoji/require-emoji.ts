import { customEmojiId, normaliseEmoji } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/**
 * An emoji's key as it is stored.
 * @throws ApiError emoji_invalid for what is no emoji, or an own one that isn't there any more
 */
export async function requireEmoji(query: Query, key: string): Promise<string> {
  const emoji = emojiKeyOf(key);
  if (emoji === null) throw new ApiError('emoji_invalid');
  const id = customEmojiId(emoji);
  if (id !== null) {
    const [row] = await query.query<unknown>('SELECT 1 FROM custom_emoji WHERE id = $1', [id]);
    if (!row) throw new ApiError('emoji_invalid', 'there is no such emoji any more');
  }
  return emoji;
}

/** Null for what can't be an emoji. */
export const emojiKeyOf = (key: string): string | null => (customEmojiId(key) === null ? normaliseEmoji(key) : key);
