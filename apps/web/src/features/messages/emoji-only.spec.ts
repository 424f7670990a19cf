import { describe, expect, it } from 'vitest';
import { isEmojiOnly } from './emoji-only.ts';

describe('isEmojiOnly', () => {
  it.each(['👍', '🎉 🎉', '👩‍🚀', '🏳️‍🌈', '🇫🇷🇬🇧', '❤️', '👋🏽', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])('finds only emoji in %s', (text) => {
    expect(isEmojiOnly(text)).toBe(true);
  });

  it.each(['', ' ', '12', 'ok 👍', '#', '👍'.repeat(13), '👍\u200Dx'])('finds a text in %j', (text) => {
    expect(isEmojiOnly(text)).toBe(false);
  });
});
