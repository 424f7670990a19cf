import { expect, it } from 'vitest';
import { waitingIn } from './use-attention.ts';

type State = Parameters<typeof waitingIn>[0];

const state = ({ muted = false, mentioned = 1, inThread = 0 }) => ({
  channels: {
    c: { channel: { id: 'c', teamId: 't' }, membership: { muted }, mentionCount: mentioned },
    d: { channel: { id: 'd', teamId: null }, membership: { muted: false }, mentionCount: 2 },
  },
  threads: { r: { channelId: 'c', mentionCount: inThread + 5, onlyHereCount: inThread } },
}) as unknown as State;

it('is what mentions me or is direct, in conversations and threads, each message once', () => {
  expect(waitingIn(state({ inThread: 3 }), 'all')).toBe(6);
  expect(waitingIn(state({ inThread: 3 }), 'teams')).toBe(4);
  expect(waitingIn(state({ inThread: 3 }), 'chats')).toBe(2);
});

it('is nothing more of a thread once that is read', () => {
  expect(waitingIn(state({ mentioned: 0, inThread: 0 }), 'teams')).toBe(0);
});

it('is nothing of a muted conversation or its threads', () => {
  expect(waitingIn(state({ muted: true, inThread: 3 }), 'all')).toBe(2);
});

it('stops at 100', () => {
  expect(waitingIn(state({ mentioned: 80, inThread: 80 }), 'all')).toBe(100);
});
