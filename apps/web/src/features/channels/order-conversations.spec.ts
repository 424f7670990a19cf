import { describe, expect, it } from 'vitest';
import type { TeamEntry } from '../../sync/index.ts';
import { attentionCount, chatsByActivity, isUnread, nextUnread, placeInSections, teamGroups, type ListedChannel } from './order-conversations.ts';

function summary(id: string, over: { teamId?: string; unread?: number; mentions?: number; marked?: boolean; muted?: boolean; last?: string; archived?: boolean; name?: string; teamName?: string } = {}): ListedChannel {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    channel: {
      id, kind: over.teamId ? 'public' : 'direct', teamId: over.teamId ?? null, name: over.name ?? null, topic: '', description: '', posting: 'everyone', mentionAll: 'everyone', general: false, createdBy: null,
      createdAt: at, archivedAt: over.archived ? at : null, memberCount: 2, memberIds: [],
    },
    membership: { role: 'member', muted: over.muted ?? false, notifications: 'default', readSeq: 0, markedUnread: over.marked ?? false, joinedAt: at },
    ...(over.teamName === undefined ? {} : { teamName: over.teamName }),
    unreadCount: over.unread ?? 0, mentionCount: over.mentions ?? 0, lastMessageAt: over.last ?? null,
  };
}

describe('order of conversations', () => {
  it('puts the last active chat first', () => {
    const order = chatsByActivity([summary('a'), summary('b', { last: '2026-03-01T00:00:00.000Z' }), summary('c', { last: '2026-02-01T00:00:00.000Z' }), summary('t', { teamId: 'x' })]);
    expect(order.map(({ channel }) => channel.id)).toEqual(['b', 'c', 'a']);
  });

  it('lists open channels by name below their team', () => {
    const team = (id: string, name: string): TeamEntry => ({ team: { id, name, description: '', createdAt: '' }, role: 'member' });
    const groups = teamGroups(
      [team('2', 'Ventes'), team('1', 'Équipe')],
      [summary('b', { teamId: '1', name: 'général' }), summary('a', { teamId: '1', name: 'annonces' }), summary('c', { teamId: '1', name: 'old', archived: true })],
      'fr',
    );
    expect(groups.map(({ team: { name } }) => name)).toEqual(['Équipe', 'Ventes']);
    expect(groups[0]?.channels.map(({ channel }) => channel.name)).toEqual(['annonces', 'général']);
  });
});

describe('channels of teams that I am not in', () => {
  it('stand under their team’s name, until they are archived', () => {
    const groups = teamGroups([], [summary('a', { teamId: '1', name: 'launch', teamName: 'Ventes' }), summary('b', { teamId: '2', name: 'old', teamName: 'Studio', archived: true })], 'fr');
    expect(groups.map(({ team: { name }, role, channels }) => [name, role, channels.length])).toEqual([['Ventes', null, 1]]);
  });
});

describe('unread', () => {
  it('counts everything in direct conversations, only mentions in channels', () => {
    expect(attentionCount(summary('a', { unread: 3 }))).toBe(3);
    expect(attentionCount(summary('a', { teamId: 't', unread: 3, mentions: 1 }))).toBe(1);
    expect(isUnread(summary('a', { marked: true }))).toBe(true);
  });

  it('jumps to the next unread conversation and goes round', () => {
    const order = [summary('a', { unread: 1 }), summary('b'), summary('c', { unread: 1 }), summary('d')];
    expect(nextUnread(order, 'b', 1)).toBe('c');
    expect(nextUnread(order, 'c', 1)).toBe('a');
    expect(nextUnread(order, 'b', -1)).toBe('a');
    expect(nextUnread(order, 'a', -1)).toBe('c');
    expect(nextUnread(order, undefined, 1)).toBe('a');
    expect(nextUnread(order, undefined, -1)).toBe('c');
    expect(nextUnread([summary('a', { unread: 1 })], 'a', 1)).toBeUndefined();
  });
});

it('puts what is in my sections there, in my order, and leaves the rest', () => {
  const sections = [{ id: 'f', kind: 'favourites' as const, name: '', collapsed: false, channelIds: ['b', 'gone', 'old', 'a'] }];
  const { placed, rest } = placeInSections(sections, ['a', 'b', 'c'].map((id) => summary(id)).concat(summary('old', { archived: true })));
  expect(placed[0]!.entries.map(({ channel }) => channel.id)).toEqual(['b', 'a']);
  expect(rest.map(({ channel }) => channel.id)).toEqual(['c', 'old']);
});

it('neither counts nor goes to what is muted', () => {
  const muted = summary('a', { unread: 2, mentions: 1, muted: true });
  expect(attentionCount(muted)).toBe(0);
  expect(nextUnread([muted, summary('b', { unread: 1 })], undefined, 1)).toBe('b');
  expect(isUnread(muted)).toBe(true);
});
