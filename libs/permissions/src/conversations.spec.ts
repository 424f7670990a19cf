import type { ChannelKind, MembershipRole, UserRole } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { conversationRules } from './conversations.ts';
import type { ChannelPlace, TeamPlace } from './conversations.ts';
import { type Action, can } from './index.ts';

type TeamAction = 'team.see' | 'team.update' | 'team.add_member' | 'team.update_member' | 'team.remove_member' | 'team.leave' | 'team.browse_channels' | 'team.create_channel';
type ChannelAction = Extract<Action, `channel.${string}`>;

/** Everybody that there can be, by role in the organisation and in the team. */
const organisationRoles: UserRole[] = ['owner', 'admin', 'member', 'guest'];
const placeRoles: (MembershipRole | null)[] = ['owner', 'member', null];

/** Who may: `<role in the organisation>` of the team's owners, members and outsiders. */
const TEAM_TABLE: Record<TeamAction, Record<'owner' | 'member' | 'outside', UserRole[]>> = {
  'team.see': { owner: organisationRoles, member: organisationRoles, outside: ['owner', 'admin'] },
  'team.update': { owner: organisationRoles, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.add_member': { owner: organisationRoles, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.update_member': { owner: organisationRoles, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.remove_member': { owner: organisationRoles, member: ['owner', 'admin'], outside: ['owner', 'admin'] },
  'team.leave': { owner: organisationRoles, member: organisationRoles, outside: [] },
  'team.browse_channels': { owner: organisationRoles, member: organisationRoles, outside: [] },
  'team.create_channel': { owner: ['owner', 'admin', 'member'], member: ['owner', 'admin', 'member'], outside: [] },
};

/**
 * A person, in one letter each: who they are to the channel.
 * o: owns the channel. m: is in it. t: owns its team, is in it. T: owns its team, is not in it.
 * a: runs the organisation, is in both. A: runs the organisation, is in the team only.
 * x: is in the team only. g: a guest in the channel. G: a guest in the team only. X: runs the
 * organisation, is in neither. n: a member of the organisation, in neither.
 */
const PEOPLE: Record<string, { role: UserRole; teamRole: MembershipRole | null; channelRole: MembershipRole | null }> = {
  o: { role: 'member', teamRole: 'member', channelRole: 'owner' },
  m: { role: 'member', teamRole: 'member', channelRole: 'member' },
  t: { role: 'member', teamRole: 'owner', channelRole: 'member' },
  T: { role: 'member', teamRole: 'owner', channelRole: null },
  a: { role: 'admin', teamRole: 'member', channelRole: 'member' },
  A: { role: 'admin', teamRole: 'member', channelRole: null },
  x: { role: 'member', teamRole: 'member', channelRole: null },
  g: { role: 'guest', teamRole: 'member', channelRole: 'member' },
  G: { role: 'guest', teamRole: 'member', channelRole: null },
  X: { role: 'owner', teamRole: null, channelRole: null },
  n: { role: 'member', teamRole: null, channelRole: null },
};

type ObjectKind = 'general' | 'public' | 'private' | 'archived public' | 'archived private' | 'direct' | 'group';
const OBJECTS: Record<ObjectKind, { kind: ChannelKind; archived: boolean; general: boolean }> = {
  general: { kind: 'public', archived: false, general: true },
  public: { kind: 'public', archived: false, general: false },
  private: { kind: 'private', archived: false, general: false },
  'archived public': { kind: 'public', archived: true, general: false },
  'archived private': { kind: 'private', archived: true, general: false },
  direct: { kind: 'direct', archived: false, general: false },
  group: { kind: 'group', archived: false, general: false },
};

/** Who may, in the letters above; everybody else may not. Conversations have no team and no owner. */
const CHANNEL_TABLE: Record<ChannelAction, Record<ObjectKind, string>> = {
  'channel.see': { general: 'omtTaAxg', public: 'omtTaAxg', private: 'omtag', 'archived public': 'omtTaAxg', 'archived private': 'omtag', direct: 'mag', group: 'mag' },
  'channel.join': { general: 'omtTaAx', public: 'omtTaAx', private: '', 'archived public': '', 'archived private': '', direct: '', group: '' },
  'channel.leave': { general: '', public: 'omtag', private: 'omtag', 'archived public': 'omtag', 'archived private': 'omtag', direct: '', group: 'mag' },
  'channel.rename': { general: 'otTaA', public: 'otTaA', private: 'ota', 'archived public': '', 'archived private': '', direct: '', group: 'mag' },
  'channel.set_topic': { general: 'omtTaA', public: 'omtTaA', private: 'omta', 'archived public': '', 'archived private': '', direct: '', group: 'ma' },
  'channel.archive': { general: '', public: 'otTaA', private: 'ota', 'archived public': 'otTaA', 'archived private': 'ota', direct: '', group: '' },
  'channel.add_member': { general: 'omtTaA', public: 'omtTaA', private: 'omta', 'archived public': '', 'archived private': '', direct: '', group: '' },
  'channel.update_member': { general: 'otTaA', public: 'otTaA', private: 'ota', 'archived public': 'otTaA', 'archived private': 'ota', direct: '', group: '' },
  'channel.remove_member': { general: '', public: 'otTaA', private: 'ota', 'archived public': 'otTaA', 'archived private': 'ota', direct: '', group: '' },
};

const teamCases = Object.entries(TEAM_TABLE).flatMap(([action, who]) =>
  placeRoles.flatMap((teamRole) =>
    organisationRoles.map((role) => ({ action: action as TeamAction, role, teamRole, allowed: who[teamRole ?? 'outside'].includes(role) }))));

const channelCases = Object.entries(CHANNEL_TABLE).flatMap(([action, who]) =>
  Object.entries(OBJECTS).flatMap(([object, channel]) =>
    Object.entries(PEOPLE)
      // Nobody owns a conversation or reaches it through a team.
      .filter(([, person]) => channel.kind === 'public' || channel.kind === 'private' || person.channelRole !== 'owner')
      .map(([letter, { role, ...place }]) => {
        const inTeam = channel.kind === 'public' || channel.kind === 'private';
        const resource: ChannelPlace = { ...channel, ...place, teamRole: inTeam ? place.teamRole : null };
        // Without a team, its owner is one more person in the conversation.
        const allowed = who[object as ObjectKind].includes(!inTeam && letter === 't' ? 'm' : letter);
        return { action: action as ChannelAction, object, letter, role, resource, allowed };
      })));

describe('who may do what in conversations', () => {
  it('has a row for every rule', () => {
    const mapped = [...Object.keys(TEAM_TABLE), ...Object.keys(CHANNEL_TABLE), 'team.create', 'conversation.open'];
    expect(mapped.sort()).toEqual(Object.keys(conversationRules).sort());
  });

  it.each(teamCases)('$action by a $role who is $teamRole of the team: $allowed', ({ action, role, teamRole, allowed }) => {
    const place: TeamPlace = { teamRole };
    expect(can({ role }, action, place)).toBe(allowed);
  });

  it.each(channelCases)('$action of a $object channel by $letter: $allowed', ({ action, role, resource, allowed }) => {
    expect(can({ role }, action, resource)).toBe(allowed);
  });

  it.each(organisationRoles)('lets everybody but guests create teams: %s', (role) => {
    expect(can({ role }, 'team.create')).toBe(role !== 'guest');
  });

  it('lets guests write first only to people whom they meet in a channel', () => {
    expect(can({ role: 'guest' }, 'conversation.open', { shareChannel: false })).toBe(false);
    expect(can({ role: 'guest' }, 'conversation.open', { shareChannel: true })).toBe(true);
    expect(can({ role: 'member' }, 'conversation.open', { shareChannel: false })).toBe(true);
  });
});
