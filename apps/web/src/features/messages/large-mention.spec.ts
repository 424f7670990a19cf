import { expect, it } from 'vitest';
import { largeMention } from './large-mention.ts';

const none = { userIds: [], everyone: false, here: false };
const room = { memberCount: 101, mayMentionAll: true };

it('asks before many are called, with their number', () => {
  expect(largeMention({ ...none, everyone: true }, [], room)).toEqual({ count: 100, words: ['@channel'] });
  expect(largeMention({ ...none, here: true }, [], room)).toEqual({ count: 100, words: ['@here'] });
  expect(largeMention(none, [{ handle: 'design', memberCount: 30 }], room)).toEqual({ count: 30, words: ['@design'] });
});

it('never counts more than are there', () => {
  expect(largeMention(none, [{ handle: 'all', memberCount: 900 }], { ...room, memberCount: 51 })).toEqual({ count: 50, words: ['@all'] });
});

it('says nothing of few, nor of words that call nobody', () => {
  expect(largeMention({ ...none, everyone: true }, [], { ...room, memberCount: 21 })).toBeNull();
  expect(largeMention({ ...none, everyone: true }, [], { ...room, mayMentionAll: false })).toBeNull();
  expect(largeMention({ ...none, userIds: ['a', 'b'] }, [{ handle: 'few', memberCount: 3 }], room)).toBeNull();
});
