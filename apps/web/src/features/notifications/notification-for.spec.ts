import type { Message, StreamEvent } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import type { WorkspaceState } from '../../sync/index.ts';
import { newsIn, notificationFor } from './notification-for.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
type Settings = { team?: boolean; muted?: boolean; level?: 'default' | 'all' | 'mentions' | 'none'; desktop?: 'all' | 'mentions' | 'none'; busyUntil?: string; followed?: boolean };

const state = ({ team = false, muted = false, level = 'default', desktop = 'mentions', busyUntil, followed = false }: Settings) => ({
  me: { id: 'me', doNotDisturbUntil: busyUntil ?? null },
  channels: { c: { channel: { id: 'c', teamId: team ? 't' : null }, membership: { muted, notifications: level } } },
  preferences: { desktopNotifications: desktop },
  threads: followed ? { root: {} } : {},
}) as unknown as WorkspaceState;

const message = (over: Partial<Message> = {}): Message => ({
  id: 'm', channelId: 'c', authorId: 'other', text: 'hello', seq: 1, version: 1, clientId: null, createdAt: new Date(NOW - 1_000).toISOString(),
  editedAt: null, deletedAt: null, mentions: { userIds: [], everyone: false }, ...over,
});
const told = (settings: Settings, over: Partial<Message> = {}) => notificationFor(message(over), state(settings), NOW);
const mentioned = { mentions: { userIds: ['me'], everyone: false } };

describe('a person is told of', () => {
  it('direct messages and mentions, not of everything said in a channel', () => {
    expect(told({})).toBe('direct');
    expect(told({ team: true })).toBeNull();
    expect(told({ team: true }, mentioned)).toBe('mention');
    expect(told({ team: true }, { mentions: { userIds: [], everyone: true } })).toBe('mention');
  });

  it('everything, when they want so: for all, or for one conversation', () => {
    expect(told({ team: true, desktop: 'all' })).toBe('channel');
    expect(told({ team: true, level: 'all' })).toBe('channel');
    expect(told({ team: true, desktop: 'all', level: 'mentions' })).toBeNull();
  });

  it('replies in threads that they follow, not in others', () => {
    expect(told({ team: true, followed: true }, { threadId: 'root' })).toBe('thread');
    expect(told({ team: true, desktop: 'all' }, { threadId: 'root' })).toBeNull();
    expect(told({ team: true, desktop: 'all' }, { threadId: 'root', alsoInChannel: true })).toBe('channel');
  });

  it.each<[string, Settings, Partial<Message>]>([
    ['their own messages', {}, { authorId: 'me' }],
    ['deleted ones', {}, { deletedAt: new Date(NOW).toISOString() }],
    ['muted conversations, not even mentions', { muted: true }, mentioned],
    ['anything while they rest', { busyUntil: '2026-03-02T11:00:00Z' }, mentioned],
    ['anything when they want nothing', { desktop: 'none' }, mentioned],
    ['a conversation that they want nothing of', { level: 'none' }, mentioned],
    ['what was written long ago and comes only now', {}, { createdAt: '2026-03-02T09:00:00Z' }],
    ['conversations that they are not in', {}, { channelId: 'elsewhere' }],
  ])('not: %s', (_what, settings, over) => {
    expect(told(settings, over)).toBeNull();
  });

  it('a message that calls them only since it was changed; not of further changes', () => {
    const edited = (calls?: { userIds: string[]; everyone: boolean }) =>
      ({ stream: 'channel:c', seq: 2, at: '', type: 'message.edited', payload: { message: message(mentioned), ...(calls && { calls }) } }) as StreamEvent;
    expect(newsIn(edited({ userIds: ['me'], everyone: false }), 'me')?.id).toBe('m');
    expect(newsIn(edited({ userIds: [], everyone: true }), 'me')?.id).toBe('m');
    expect(newsIn(edited({ userIds: ['somebody'], everyone: false }), 'me')).toBeNull();
    expect(newsIn(edited(), 'me')).toBeNull();
  });

  it('again once their rest is over', () => {
    expect(told({ busyUntil: '2026-03-02T09:59:00Z' })).toBe('direct');
  });
});
