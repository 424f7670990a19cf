import type { ChannelRole, MembershipRole, UserRole } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { can } from './index.ts';
import type { PostingResource } from './messages.ts';

/** o: owns the channel. r: moderates it. m: is in it. t: owns its team. a: runs the organisation. g: a guest. q: a guest who moderated it before. */
const PEOPLE: Record<string, { role: UserRole; teamRole: MembershipRole | null; channelRole: ChannelRole }> = {
  o: { role: 'member', teamRole: 'member', channelRole: 'owner' },
  r: { role: 'member', teamRole: 'member', channelRole: 'moderator' },
  m: { role: 'member', teamRole: 'member', channelRole: 'member' },
  t: { role: 'member', teamRole: 'owner', channelRole: 'member' },
  a: { role: 'admin', teamRole: 'member', channelRole: 'member' },
  g: { role: 'guest', teamRole: null, channelRole: 'member' },
  q: { role: 'guest', teamRole: null, channelRole: 'moderator' },
};
const open = { archived: false, posting: 'everyone', mentionAll: 'everyone' } as const;

type Row = [action: 'message.send' | 'message.mention_all', what: string, channel: Omit<PostingResource, 'channelRole' | 'teamRole'>, who: string];
const ROWS: Row[] = [
  ['message.send', 'a channel', open, 'ormtagq'],
  ['message.send', 'an announcement channel', { ...open, posting: 'moderators' }, 'orta'],
  ['message.send', 'an archived channel', { ...open, archived: true }, ''],
  ['message.send', 'an archived announcement channel', { ...open, posting: 'moderators', archived: true }, ''],
  ['message.mention_all', 'a channel', open, 'ormtagq'],
  ['message.mention_all', 'a channel where only moderators may', { ...open, mentionAll: 'moderators' }, 'orta'],
];
const cases = ROWS.flatMap(([action, what, channel, who]) =>
  Object.entries(PEOPLE).map(([letter, { role, ...place }]) => ({ action, what, letter, role, resource: { ...channel, ...place }, allowed: who.includes(letter) })));

const owning = (own: boolean, who: string) =>
  Object.entries(PEOPLE).map(([letter, { role, ...place }]) => ({ letter, role, resource: { archived: false, ...place, own }, own, allowed: who.includes(letter) }));

describe('who may do what with messages', () => {
  it.each(cases)('$action in $what by $letter: $allowed', ({ action, role, resource, allowed }) => {
    expect(can({ role }, action, resource)).toBe(allowed);
  });

  it.each([...owning(true, 'ormtagq'), ...owning(false, 'ort')])('deletes a message (own: $own) by $letter: $allowed', ({ role, resource, allowed }) => {
    expect(can({ role }, 'message.delete', resource)).toBe(allowed);
    expect(can({ role }, 'message.delete', { ...resource, archived: true })).toBe(allowed);
  });

  it.each(owning(false, ''))('lets nobody change another’s words: $letter', ({ role, resource }) => {
    expect(can({ role }, 'message.edit', resource)).toBe(false);
  });
});
