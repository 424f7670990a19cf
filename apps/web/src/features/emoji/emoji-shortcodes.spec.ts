import { describe, expect, it } from 'vitest';
import { matchShortcodes } from './emoji-shortcodes.ts';

const entries: [string, ...string[]][] = [
  ['😀', 'grinning', 'grinning_face'],
  ['🐱', 'cat', 'cat_face'],
  ['🎉', 'tada', 'party_popper'],
  ['🛰️', 'satellite'],
  ['🥳', 'partying_face', 'fete'],
];

describe('matchShortcodes', () => {
  it('puts the exact code first, then beginnings, then words, then parts', () => {
    expect(matchShortcodes(entries, 'party', 9).map(({ emoji }) => emoji)).toEqual(['🎉', '🥳']);
    expect(matchShortcodes([...entries, ['🙀', 'scream_cat'], ['🚛', 'truck_cats']], 'cat', 9).map(({ code }) => code)).toEqual(['cat', 'scream_cat', 'truck_cats']);
    expect(matchShortcodes(entries, 'ellit', 9)).toEqual([{ emoji: '🛰️', code: 'satellite' }]);
  });

  it('finds without accents or capitals', () => {
    expect(matchShortcodes(entries, 'Fêt', 9)).toEqual([{ emoji: '🥳', code: 'fete' }]);
  });

  it('offers at most as many as asked for', () => {
    expect(matchShortcodes(entries, 'a', 2)).toHaveLength(2);
  });
});
