import type { ChannelKind, ChannelRole, MembershipRole, UserRole } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { conversationRules } from './conversations.ts';
import type { ChannelPlace, GroupPlace, TeamPlace } from './conversations.ts';
import { type Action, can } from './index.ts';

type TeamAction = 'team.see' | 'team.update' | 'team.add_member' | 'team.update_member' | 'team.remove_member' | 'team.leave' | 'team.browse_channels' | 'team.create_channel';
type ChannelAction = Exclude<Extract<Action, `channel.${string}`>, 'channel.remove_member'>;
type GroupAction = Extract<Action, `group.${string}`>;

/** Everybody that there can be, by role in the organisation and in the team. */
const organisationRoles: UserRole[] = ['owner', 'admin', 'member', 'guest'];
const insiders: UserRole[] = ['owner', 'admin', 'member'];
const placeRoles: (MembershipRole | null)[] = ['owner', 'member', null];

/** Who may: `<role in the organisation>` of the team's owners, members and outsiders. Guests may nothing there. */
const TEAM_TABLE: Record<TeamAction, Record<'owner' | 'member' | 'outside', UserRole[]>> = {
  'team.see': { owner: insiders, member: insiders, outside: ['owner', 'admin'] },
  'team.update': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.add_member': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.update_member': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.remove_member': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.leave': { owner: organisationRoles, member: organisationRoles, outside: [] },
  'team.browse_channels': { owner: insiders, member: insiders, outside: [] },
  'team.create_channel': { owner: insiders, member: insiders, outside: [] },
};

/** As above, of the owners and members of the group's team, of others, and of a group of the organisation. */
const GROUP_TABLE: Record<GroupAction, Record<'owner' | 'member' | 'outside' | 'organisation', UserRole[]>> = {
  'group.see': { owner: insiders, member: insiders, outside: ['owner', 'admin'], organisation: insiders },
  'group.create': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'], organisation: ['owner', 'admin'] },
  'group.update': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'], organisation: ['owner', 'admin'] },
  'group.delete': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'], organisation: ['owner', 'admin'] },
  'group.set_members': { owner: insiders, member: ['owner', 'admin'], outside: ['owner', 'admin'], organisation: ['owner', 'admin'] },
};

/**
 * A person, in one letter each: who they are to the channel.
 * o: owns the channel. r: moderates it. m: is in it. t: owns its team, is in it. T: owns its team, is
 * not in it. a: runs the organisation, is in both. A: runs the organisation, is in the team only.
 * x: is in the team only. g: a guest in the channel. q: a guest who moderated it before. G: a guest
 * in the team only. X: runs the organisation, is in neither. n: a member of the organisation, in neither.
 */
const PEOPLE: Record<string, { role: UserRole; teamRole: MembershipRole | null; channelRole: ChannelRole | null }> = {
  o: { role: 'member', teamRole: 'member', channelRole: 'owner' },
  r: { role: 'member', teamRole: 'member', channelRole: 'moderator' },
  m: { role: 'member', teamRole: 'member', channelRole: 'member' },
  t: { role: 'member', teamRole: 'owner', channelRole: 'member' },
  T: { role: 'member', teamRole: 'owner', channelRole: null },
  a: { role: 'admin', teamRole: 'member', channelRole: 'member' },
  A: { role: 'admin', teamRole: 'member', channelRole: null },
  x: { role: 'member', teamRole: 'member', channelRole: null },
  g: { role: 'guest', teamRole: null, channelRole: 'member' },
  q: { role: 'guest', teamRole: null, channelRole: 'moderator' },
  G: { role: 'guest', teamRole: 'member', channelRole: null },
  X: { role: 'owner', teamRole: null, channelRole: null },
  n: { role: 'member', teamRole: null, channelRole: null },
};

type ObjectKind = 'general' | 'public' | 'announcements' | 'private' | 'archived public' | 'archived private' | 'direct' | 'group';
const channel = (kind: ChannelKind, others: Partial<ChannelPlace> = {}) => ({ kind, archived: false, general: false, posting: 'everyone' as const, ...others });
const OBJECTS: Record<ObjectKind, Omit<ChannelPlace, 'teamRole' | 'channelRole'>> = {
  general: channel('public', { general: true }),
  public: channel('public'),
  announcements: channel('public', { posting: 'moderators' }),
  private: channel('private'),
  'archived public': channel('public', { archived: true }),
  'archived private': channel('private', { archived: true }),
  direct: channel('direct'),
  group: channel('group'),
};

const nobody = { general: '', public: '', announcements: '', private: '', 'archived public': '', 'archived private': '', direct: '', group: '' };
/** Who may, in the letters above; everybody else may not. Conversations have no team, no owner and no moderator. */
const CHANNEL_TABLE: Record<ChannelAction, Record<ObjectKind, string>> = {
  'channel.see': { general: 'ormtTaAxgq', public: 'ormtTaAxgq', announcements: 'ormtTaAxgq', private: 'ormtagq', 'archived public': 'ormtTaAxgq', 'archived private': 'ormtagq', direct: 'mag', group: 'mag' },
  'channel.join': { ...nobody, general: 'ormtTaAx', public: 'ormtTaAx', announcements: 'ormtTaAx' },
  'channel.leave': { general: '', public: 'ormtagq', announcements: 'ormtagq', private: 'ormtagq', 'archived public': 'ormtagq', 'archived private': 'ormtagq', direct: '', group: 'mag' },
  'channel.rename': { ...nobody, general: 'otTaA', public: 'otTaA', announcements: 'otTaA', private: 'ota', group: 'mag' },
  'channel.set_topic': { ...nobody, general: 'ormtTaA', public: 'ormtTaA', announcements: 'ortTaA', private: 'ormta', group: 'ma' },
  'channel.describe': { ...nobody, general: 'ortTaA', public: 'ortTaA', announcements: 'ortTaA', private: 'orta' },
  'channel.set_posting': { ...nobody, general: 'otTaA', public: 'otTaA', announcements: 'otTaA', private: 'ota' },
  'channel.make_private': { ...nobody, public: 'ota', announcements: 'ota' },
  'channel.archive': { ...nobody, public: 'otTaA', announcements: 'otTaA', private: 'ota', 'archived public': 'otTaA', 'archived private': 'ota' },
  'channel.add_member': { ...nobody, general: 'ormtTaA', public: 'ormtTaA', announcements: 'ormtTaA', private: 'ormta' },
  'channel.add_guest': { ...nobody, public: 'ortTaA', announcements: 'ortTaA', private: 'orta' },
  'channel.update_member': { ...nobody, general: 'otTaA', public: 'otTaA', announcements: 'otTaA', private: 'ota', 'archived public': 'otTaA', 'archived private': 'ota' },
};

/** Who may take out a member, and who a moderator or an owner. */
const REMOVE_TABLE: Record<'member' | 'moderator' | 'owner', Record<ObjectKind, string>> = {
  member: { ...nobody, public: 'ortTaA', announcements: 'ortTaA', private: 'orta', 'archived public': 'ortTaA', 'archived private': 'orta' },
  moderator: { ...nobody, public: 'otTaA', announcements: 'otTaA', private: 'ota', 'archived public': 'otTaA', 'archived private': 'ota' },
  owner: { ...nobody, public: 'otTaA', announcements: 'otTaA', private: 'ota', 'archived public': 'otTaA', 'archived private': 'ota' },
};

const teamCases = Object.entries(TEAM_TABLE).flatMap(([action, who]) =>
  placeRoles.flatMap((teamRole) =>
    organisationRoles.map((role) => ({ action: action as TeamAction, role, teamRole, allowed: who[teamRole ?? 'outside'].includes(role) }))));

const groupCases = Object.entries(GROUP_TABLE).flatMap(([action, who]) =>
  (['owner', 'member', 'outside', 'organisation'] as const).flatMap((place) =>
    organisationRoles.map((role) => ({ action: action as GroupAction, role, place, allowed: who[place].includes(role) }))));

const places = (table: Record<ObjectKind, string>) =>
  Object.entries(OBJECTS).flatMap(([object, kind]) =>
    Object.entries(PEOPLE)
      // Nobody owns or moderates a conversation, or reaches it through a team.
      .filter(([, person]) => kind.kind === 'public' || kind.kind === 'private' || person.channelRole === 'member' || person.channelRole === null)
      .map(([letter, { role, ...place }]) => {
        const inTeam = kind.kind === 'public' || kind.kind === 'private';
        const resource: ChannelPlace = { ...kind, ...place, teamRole: inTeam ? place.teamRole : null };
        // Without a team, its owner is one more person in the conversation.
        const allowed = table[object as ObjectKind].includes(!inTeam && letter === 't' ? 'm' : letter);
        return { object, letter, role, resource, allowed };
      }));

const channelCases = Object.entries(CHANNEL_TABLE).flatMap(([action, table]) => places(table).map((place) => ({ action: action as ChannelAction, ...place })));
const removeCases = Object.entries(REMOVE_TABLE).flatMap(([memberRole, table]) => places(table).map((place) => ({ memberRole: memberRole as ChannelRole, ...place })));

describe('who may do what in conversations', () => {
  it('has a row for every rule', () => {
    const mapped = [...Object.keys(TEAM_TABLE), ...Object.keys(CHANNEL_TABLE), ...Object.keys(GROUP_TABLE), 'channel.remove_member', 'team.create', 'conversation.open', 'conversation.bring_in'];
    expect(mapped.sort()).toEqual(Object.keys(conversationRules).sort());
  });

  it.each(teamCases)('$action by a $role who is $teamRole of the team: $allowed', ({ action, role, teamRole, allowed }) => {
    const place: TeamPlace = { teamRole };
    expect(can({ role }, action, place)).toBe(allowed);
  });

  it.each(groupCases)('$action by a $role, as $place: $allowed', ({ action, role, place, allowed }) => {
    const resource: GroupPlace = { ofTeam: place !== 'organisation', teamRole: place === 'owner' || place === 'member' ? place : null };
    expect(can({ role }, action, resource)).toBe(allowed);
  });

  it.each(channelCases)('$action of a $object channel by $letter: $allowed', ({ action, role, resource, allowed }) => {
    expect(can({ role }, action, resource)).toBe(allowed);
  });

  it.each(removeCases)('takes a $memberRole out of a $object channel by $letter: $allowed', ({ memberRole, role, resource, allowed }) => {
    expect(can({ role }, 'channel.remove_member', { ...resource, memberRole })).toBe(allowed);
  });

  it.each(organisationRoles)('lets everybody but guests create teams: %s', (role) => {
    expect(can({ role }, 'team.create')).toBe(role !== 'guest');
  });

  it('lets guests write first only to people whom they meet in a channel', () => {
    expect(can({ role: 'guest' }, 'conversation.open', { shareChannel: false })).toBe(false);
    expect(can({ role: 'guest' }, 'conversation.open', { shareChannel: true })).toBe(true);
    expect(can({ role: 'member' }, 'conversation.open', { shareChannel: false })).toBe(true);
  });

  it.each(organisationRoles)('lets nobody bring whom a meeting link brought into another conversation: %s', (role) => {
    expect(can({ role }, 'conversation.bring_in', { byLink: true })).toBe(false);
    expect(can({ role }, 'conversation.bring_in', { byLink: false })).toBe(true);
  });
});
