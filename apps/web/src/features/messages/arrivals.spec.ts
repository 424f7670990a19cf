import type { Message } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { arrivals } from './arrivals.ts';

const message = (seq: number, authorId = 'alice'): Message => ({
  id: `m${seq}`, channelId: 'c', authorId, text: 'hello', seq, version: seq, clientId: null, createdAt: '', editedAt: null, deletedAt: null,
  mentions: { userIds: [], everyone: false },
});

describe('arrivals', () => {
  it('reads out what others wrote since', () => {
    const news = arrivals([message(1), message(2), message(3, 'me')], 1, 'me');
    expect(news).toMatchObject({ kind: 'read-out', messages: [{ seq: 2 }] });
  });

  it('counts a burst instead of reading it out', () => {
    expect(arrivals([2, 3, 4, 5].map((seq) => message(seq)), 1, 'me')).toEqual({ kind: 'counted', count: 4 });
  });

  it('is silent about my own messages and about history', () => {
    expect(arrivals([message(1), message(9, 'me')], 8, 'me')).toEqual({ kind: 'none' });
  });
});
