import type { ChannelKind, MediaSource, MeetingPermissions, MeetingRole } from '@parvis/contracts';
import { isGuest, type PermissionActor } from './actor.ts';
import { messageRules, type PostingResource } from './messages.ts';

/** What a person is to a meeting, with whatever device. */
export interface MeetingPlace {
  /** A member of the conversation that it belongs to. */
  readonly inConversation: boolean;
  /** Came by a link, or was called, without being in the conversation. */
  readonly invited: boolean;
  /** By a host. */
  readonly removed: boolean;
  /** Is or was in it. */
  readonly attended: boolean;
  /** With a device at this moment. */
  readonly present: boolean;
  readonly role: MeetingRole;
}
export interface MeetingTarget extends MeetingPlace {
  readonly targetRole: MeetingRole;
  /** A device of the actor's own. */
  readonly self: boolean;
}
export interface MeetingSource {
  readonly role: MeetingRole;
  readonly source: MediaSource;
  readonly allow: MeetingPermissions;
}

/** Whoever was taken out of it, or out of the conversation, has no other way in. */
const mayBeIn = ({ removed, inConversation, invited }: MeetingPlace) => !removed && (inConversation || invited);

const runs = (place: MeetingPlace) => place.role !== 'attendee' && mayBeIn(place);

/** Each rule reads: the actor can do this when … */
export const meetingRules = {
  'meeting.create': (actor: PermissionActor) => !isGuest(actor),
  /** Whoever writes in a conversation meets there. */
  'meeting.start': (actor: PermissionActor, channel: PostingResource): boolean => messageRules['message.send'](actor, channel),
  /** Channels of teams don't ring. */
  'meeting.call': (_actor: PermissionActor, { kind }: { readonly kind: ChannelKind }) => kind === 'direct' || kind === 'group',
  'meeting.see': (_actor: PermissionActor, place: MeetingPlace) => mayBeIn(place) || place.attended,
  'meeting.join': (_actor: PermissionActor, place: MeetingPlace) => mayBeIn(place),
  'meeting.run': (_actor: PermissionActor, place: MeetingPlace) => runs(place),
  /** Whom they call may come in: guests let nobody in. */
  'meeting.ring': (actor: PermissionActor, place: MeetingPlace) => !isGuest(actor) && place.present && mayBeIn(place),
  'meeting.invite': (actor: PermissionActor, place: MeetingPlace) => !isGuest(actor) && runs(place),
  'meeting.record': (actor: PermissionActor, place: MeetingPlace) => !isGuest(actor) && runs(place),
  /** One's own; hosts lower everybody's. */
  'meeting.raise_hand': (_actor: PermissionActor, { self }: MeetingTarget) => self,
  'meeting.lower_hand': (_actor: PermissionActor, target: MeetingTarget) => target.self || runs(target),
  'meeting.set_cohost': (_actor: PermissionActor, target: MeetingTarget) => runs(target) && target.targetRole !== 'host',
  /** There is one host, who alone makes somebody else that. */
  'meeting.hand_over': (_actor: PermissionActor, target: MeetingTarget) => target.role === 'host' && mayBeIn(target),
  'meeting.mute': (_actor: PermissionActor, target: MeetingTarget) => runs(target),
  'meeting.remove': (_actor: PermissionActor, target: MeetingTarget) => runs(target) && target.targetRole !== 'host',
  /** Microphones and cameras are everybody's; what is shared may be the hosts' alone. */
  'meeting.send': (_actor: PermissionActor, { role, source, allow }: MeetingSource) =>
    source === 'microphone' || source === 'camera' || allow.share === 'everyone' || role !== 'attendee',
  /** After a host muted it. */
  'meeting.unmute': (_actor: PermissionActor, { role, allow }: Pick<MeetingSource, 'role' | 'allow'>) => allow.unmute === 'everyone' || role !== 'attendee',
} as const;
