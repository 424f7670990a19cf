import type { ChannelKind, ChannelRole, MembershipRole } from '@parvis/contracts';
import { isAdmin, isGuest } from './actor.ts';
import type { PermissionActor } from './actor.ts';

/** What the actor is in a team; null: not a member. */
export interface TeamPlace {
  readonly teamRole: MembershipRole | null;
}

/** A channel, and what the actor is in it and in its team. */
export interface ChannelPlace extends TeamPlace {
  readonly kind: ChannelKind;
  readonly channelRole: ChannelRole | null;
  readonly archived: boolean;
  /** The channel that everybody in the team is in. */
  readonly general: boolean;
}

const administersTeam = (actor: PermissionActor, { teamRole }: TeamPlace) => teamRole === 'owner' || isAdmin(actor);

const seesTeam = (actor: PermissionActor, { teamRole }: TeamPlace) => teamRole !== null || isAdmin(actor);

/** Private channels and conversations show themselves to their members only, whatever else one is. */
const seesChannel = (actor: PermissionActor, { kind, teamRole, channelRole }: ChannelPlace) =>
  channelRole !== null || (kind === 'public' && teamRole !== null && !isGuest(actor));

const inTeam = ({ kind }: ChannelPlace) => kind === 'public' || kind === 'private';

const administersChannel = (actor: PermissionActor, place: ChannelPlace) =>
  inTeam(place) && seesChannel(actor, place) && (place.channelRole === 'owner' || administersTeam(actor, place));

/** Each rule reads: the actor can do this when … */
export const conversationRules = {
  'team.create': (actor: PermissionActor) => !isGuest(actor),
  'team.see': seesTeam,
  'team.update': administersTeam,
  'team.add_member': administersTeam,
  'team.update_member': administersTeam,
  'team.remove_member': administersTeam,
  'team.leave': (_actor: PermissionActor, { teamRole }: TeamPlace) => teamRole !== null,
  'team.browse_channels': (_actor: PermissionActor, { teamRole }: TeamPlace) => teamRole !== null,
  'team.create_channel': (actor: PermissionActor, { teamRole }: TeamPlace) => teamRole !== null && !isGuest(actor),

  /** Guests write first only to people whom they meet in a channel. */
  'conversation.open': (actor: PermissionActor, { shareChannel }: { readonly shareChannel: boolean }) =>
    !isGuest(actor) || shareChannel,

  'channel.see': seesChannel,
  'channel.join': (actor: PermissionActor, place: ChannelPlace) =>
    place.kind === 'public' && place.teamRole !== null && !isGuest(actor) && !place.archived,
  'channel.leave': (_actor: PermissionActor, { kind, channelRole, general }: ChannelPlace) =>
    channelRole !== null && kind !== 'direct' && !general,
  'channel.rename': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived && (administersChannel(actor, place) || (place.kind === 'group' && place.channelRole !== null)),
  'channel.set_topic': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived &&
    place.kind !== 'direct' &&
    (administersChannel(actor, place) || (place.channelRole !== null && !isGuest(actor))),
  'channel.archive': (actor: PermissionActor, place: ChannelPlace) => administersChannel(actor, place) && !place.general,
  'channel.add_member': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived &&
    inTeam(place) &&
    (administersChannel(actor, place) || (place.channelRole !== null && !isGuest(actor))),
  'channel.update_member': administersChannel,
  'channel.remove_member': (actor: PermissionActor, place: ChannelPlace) =>
    administersChannel(actor, place) && !place.general,
} as const;
