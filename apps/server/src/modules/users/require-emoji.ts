import { ApiError } from '../../platform/http/api-error.ts';
import type { Query } from '../../platform/database/query.ts';

/** One emoji as Unicode recommends them for interchange: sequences, flags and skin tones included. */
const UNICODE_EMOJI = /^\p{RGI_Emoji}$/v;
const CUSTOM = /^custom:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws ApiError emoji_invalid, also for an emoji of the organisation's that is no more */
export async function requireEmoji(query: Query, emoji: string): Promise<void> {
  if (UNICODE_EMOJI.test(emoji)) return;
  const id = CUSTOM.exec(emoji)?.[1];
  const known = id === undefined ? [] : await query.query('SELECT 1 FROM custom_emoji WHERE id = $1', [id]);
  if (known.length === 0) throw new ApiError('emoji_invalid');
}
