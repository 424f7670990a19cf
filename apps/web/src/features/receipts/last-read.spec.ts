import { expect, it } from 'vitest';
import { lastRead } from './last-read.ts';

const message = (id: string, seq: number, authorId = 'me') => ({ id, seq, authorId });

it('puts each reader below the last message that they read', () => {
  const messages = [message('a', 1), message('b', 3), message('c', 5)];
  expect([...lastRead(messages, { bob: 4, ann: 3, cid: 9 })]).toEqual([['b', ['ann', 'bob']], ['c', ['cid']]]);
});

it('says nothing below somebody’s own message, nor of who read none of these', () => {
  expect([...lastRead([message('a', 5), message('b', 6, 'bob')], { bob: 6, ann: 2 })]).toEqual([]);
});
