import { describe, expect, it } from 'vitest';
import { customEmojiId, normaliseEmoji, withoutSkinTone } from './emoji.ts';

describe('normaliseEmoji', () => {
  it.each(['👍', '👍🏽', '❤️', '👩🏿‍🚀', '🏳️‍🌈', '🇫🇷', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🫱🏻‍🫲🏿'])('takes %s as it is', (emoji) => {
    expect(normaliseEmoji(emoji)).toBe(emoji);
  });

  it('writes an emoji in one way only', () => {
    expect(normaliseEmoji('👍\uFE0F')).toBe('👍');
  });

  it.each(['', 'a', '1', '👍👍', '👍 ', ' 👍', '🏽x', '🇫', '👍\u0000', '<b>', '❤', '\uFE0F'])('refuses %j', (text) => {
    expect(normaliseEmoji(text)).toBeNull();
  });
});

describe('keys', () => {
  it('of own emoji have their id', () => {
    const id = '0190a1b2-0000-7000-8000-000000000001';
    expect(customEmojiId(`custom:${id}`)).toBe(id);
    expect(customEmojiId(`custom:${id} `)).toBeNull();
    expect(customEmojiId('custom:../x')).toBeNull();
  });

  it('are the same for all skin tones', () => {
    expect(withoutSkinTone('✌🏿')).toBe(withoutSkinTone('✌️'));
    expect(withoutSkinTone('👩🏽‍🚀')).toBe(withoutSkinTone('👩‍🚀'));
  });
});
