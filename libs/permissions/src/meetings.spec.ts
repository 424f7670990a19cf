import type { MediaSource, MeetingRole, UserRole } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { can } from './index.ts';
import { type MeetingPlace, meetingRules } from './meetings.ts';

const organisationRoles: UserRole[] = ['owner', 'admin', 'member', 'guest'];
const meetingRoles: MeetingRole[] = ['host', 'cohost', 'attendee'];

/**
 * A person, in one letter each: what they are to the meeting.
 * h: its host. c: a co-host. m: in its conversation and in it. o: in its conversation only. l: came by a
 * link, is in it. g: came by a link, is outside. p: was in it, lost the conversation. P: the same, was a
 * co-host. r: a host removed them. R: the same, of a co-host. x: nothing.
 */
const nothing: MeetingPlace = { inConversation: false, invited: false, removed: false, attended: false, present: false, role: 'attendee' };
const member: MeetingPlace = { ...nothing, inConversation: true };
const PEOPLE: Record<string, MeetingPlace> = {
  h: { ...member, attended: true, present: true, role: 'host' },
  c: { ...member, attended: true, present: true, role: 'cohost' },
  m: { ...member, attended: true, present: true },
  o: member,
  l: { ...nothing, invited: true, attended: true, present: true },
  g: { ...nothing, invited: true },
  p: { ...nothing, attended: true },
  P: { ...nothing, attended: true, role: 'cohost' },
  r: { ...member, attended: true, removed: true },
  R: { ...member, attended: true, removed: true, role: 'cohost' },
  x: nothing,
};

type Plain = 'meeting.see' | 'meeting.join' | 'meeting.run' | 'meeting.ring' | 'meeting.invite' | 'meeting.record';
/** Who may, of everybody in the organisation, and of its guests. */
const TABLE: Record<Plain, { all: string; guests: string }> = {
  'meeting.see': { all: 'hcmolgpPrR', guests: 'hcmolgpPrR' },
  'meeting.join': { all: 'hcmolg', guests: 'hcmolg' },
  'meeting.run': { all: 'hc', guests: 'hc' },
  'meeting.ring': { all: 'hcml', guests: '' },
  'meeting.invite': { all: 'hc', guests: '' },
  'meeting.record': { all: 'hc', guests: '' },
};

type Targeted = 'meeting.raise_hand' | 'meeting.lower_hand' | 'meeting.set_cohost' | 'meeting.hand_over' | 'meeting.mute' | 'meeting.remove';
/** To whom, by their role; and to oneself. */
const TARGETS: Record<Targeted, Record<MeetingRole | 'self', string>> = {
  'meeting.raise_hand': { host: '', cohost: '', attendee: '', self: 'hcmolgpPrRx' },
  'meeting.lower_hand': { host: 'hc', cohost: 'hc', attendee: 'hc', self: 'hcmolgpPrRx' },
  'meeting.set_cohost': { host: '', cohost: 'hc', attendee: 'hc', self: 'hc' },
  'meeting.hand_over': { host: 'h', cohost: 'h', attendee: 'h', self: 'h' },
  'meeting.mute': { host: 'hc', cohost: 'hc', attendee: 'hc', self: 'hc' },
  'meeting.remove': { host: '', cohost: 'hc', attendee: 'hc', self: 'hc' },
};

const plain = Object.entries(TABLE).flatMap(([action, { all, guests }]) =>
  organisationRoles.flatMap((role) => Object.keys(PEOPLE).map((letter) => ({ action: action as Plain, role, letter, allowed: (role === 'guest' ? guests : all).includes(letter) }))));
const targeted = Object.entries(TARGETS).flatMap(([action, targets]) =>
  Object.entries(targets).flatMap(([target, letters]) => Object.keys(PEOPLE).map((letter) => ({ action: action as Targeted, target, letter, allowed: letters.includes(letter) }))));

describe('who may do what in a meeting', () => {
  it('has a row for every rule', () => {
    const mapped = [...Object.keys(TABLE), ...Object.keys(TARGETS), 'meeting.create', 'meeting.start', 'meeting.call', 'meeting.send', 'meeting.unmute'];
    expect(mapped.sort()).toEqual(Object.keys(meetingRules).sort());
  });

  it.each(plain)('$action by a $role who is $letter: $allowed', ({ action, role, letter, allowed }) => {
    expect(can({ role }, action, PEOPLE[letter]!)).toBe(allowed);
  });

  it.each(targeted)('$action to $target by $letter: $allowed', ({ action, target, letter, allowed }) => {
    const targetRole = target === 'self' ? 'attendee' : (target as MeetingRole);
    expect(can({ role: 'member' }, action, { ...PEOPLE[letter]!, targetRole, self: target === 'self' })).toBe(allowed);
  });

  it('lets everybody but guests have meetings of their own, and whoever writes somewhere meet there', () => {
    expect(organisationRoles.filter((role) => can({ role }, 'meeting.create'))).toEqual(['owner', 'admin', 'member']);
    const channel = { archived: false, channelRole: 'member', teamRole: 'member', posting: 'everyone', mentionAll: 'everyone' } as const;
    expect(can({ role: 'guest' }, 'meeting.start', channel)).toBe(true);
    expect(can({ role: 'member' }, 'meeting.start', { ...channel, posting: 'moderators' })).toBe(false);
    expect(can({ role: 'owner' }, 'meeting.start', { ...channel, archived: true })).toBe(false);
  });

  it('lets conversations ring, not channels', () => {
    const kinds = ['public', 'private', 'direct', 'group'] as const;
    expect(kinds.filter((kind) => can({ role: 'member' }, 'meeting.call', { kind }))).toEqual(['direct', 'group']);
  });

  it('leaves sharing to hosts where it is theirs, and unmuting; a microphone is everybody’s', () => {
    const sources: MediaSource[] = ['microphone', 'camera', 'screen', 'screen_audio'];
    const sends = (share: 'everyone' | 'hosts', role: MeetingRole) =>
      sources.filter((source) => can({ role: 'guest' }, 'meeting.send', { role, source, allow: { share, chat: 'everyone', unmute: 'everyone' } }));
    for (const role of meetingRoles) expect(sends('everyone', role)).toEqual(sources);
    expect(sends('hosts', 'attendee')).toEqual(['microphone', 'camera']);
    expect(sends('hosts', 'cohost')).toEqual(sources);
    const unmutes = (unmute: 'everyone' | 'hosts') => meetingRoles.filter((role) => can({ role: 'owner' }, 'meeting.unmute', { role, allow: { share: 'everyone', chat: 'everyone', unmute } }));
    expect(unmutes('everyone')).toEqual(meetingRoles);
    expect(unmutes('hosts')).toEqual(['host', 'cohost']);
  });
});
