import { describe, expect, it } from 'vitest';
import { shownReactions, toggled } from './shown-reactions.ts';

describe('shown reactions', () => {
  it('are one chip for an emoji in all its skin tones, in order of their first use', () => {
    const groups = shownReactions([{ emoji: '👍', userIds: ['a'] }, { emoji: '🎉', userIds: ['b'] }, { emoji: '👍🏽', userIds: ['c', 'me'] }], undefined, 'me');
    expect(groups.map(({ emoji, userIds, mine }) => [emoji, userIds, mine])).toEqual([['👍🏽', ['a', 'c', 'me'], '👍🏽'], ['🎉', ['b'], null]]);
  });

  it('have mine that are on their way', () => {
    const reactions = [{ emoji: '👍', userIds: ['a', 'me'] }, { emoji: '🎉', userIds: ['me'] }];
    const groups = shownReactions(reactions, new Map([['👍', false], ['🎉', false], ['👀', true]]), 'me');
    expect(groups.map(({ emoji, userIds }) => [emoji, userIds])).toEqual([['👍', ['a']], ['👀', ['me']]]);
  });
});

describe('choosing an emoji', () => {
  it('takes back mine, whatever its skin tone', () => {
    const groups = shownReactions([{ emoji: '👍🏽', userIds: ['me'] }], undefined, 'me');
    expect(toggled(groups, '👍')).toEqual({ emoji: '👍🏽', on: false });
    expect(toggled(groups, '🎉')).toEqual({ emoji: '🎉', on: true });
  });
});
