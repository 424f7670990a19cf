import { customEmojiId, normaliseEmoji } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

/**
 * An emoji as it is stored.
 * @throws ApiError emoji_invalid for what is none, or one of the organisation's that is no more
 */
export async function requireEmoji(query: Query, key: string): Promise<string> {
  const id = customEmojiId(key);
  const emoji = id === null ? normaliseEmoji(key) : key;
  const known = id === null ? emoji !== null : (await query.query('SELECT 1 FROM custom_emoji WHERE id = $1', [id])).length > 0;
  if (emoji === null || !known) throw new ApiError('emoji_invalid');
  return emoji;
}
