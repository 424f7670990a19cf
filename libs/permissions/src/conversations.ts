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
  /** Who may write in it. */
  readonly posting: 'everyone' | 'moderators';
}

/** A channel, and what somebody else is in it. */
export interface MemberPlace extends ChannelPlace {
  readonly memberRole: ChannelRole;
}

/** A user group: of a team, in which the actor is something; or of the organisation. */
export interface GroupPlace extends TeamPlace {
  readonly ofTeam: boolean;
}

const administersTeam = (actor: PermissionActor, { teamRole }: TeamPlace) => !isGuest(actor) && (teamRole === 'owner' || isAdmin(actor));

/** Guests are in channels, never in teams. */
const inTeamAsMember = (actor: PermissionActor, { teamRole }: TeamPlace) => !isGuest(actor) && teamRole !== null;

const seesTeam = (actor: PermissionActor, place: TeamPlace) => inTeamAsMember(actor, place) || isAdmin(actor);

/** Private channels and conversations show themselves to their members only, whatever else one is. */
const seesChannel = (actor: PermissionActor, place: ChannelPlace) =>
  place.channelRole !== null || (place.kind === 'public' && inTeamAsMember(actor, place));

const inTeam = ({ kind }: ChannelPlace) => kind === 'public' || kind === 'private';

const administersChannel = (actor: PermissionActor, place: ChannelPlace) =>
  inTeam(place) && !isGuest(actor) && seesChannel(actor, place) && (place.channelRole === 'owner' || administersTeam(actor, place));

/** Moderators look after what is said and who is there; what the channel is, its owners decide. */
const moderatesChannel = (actor: PermissionActor, place: ChannelPlace) =>
  administersChannel(actor, place) || (inTeam(place) && !isGuest(actor) && place.channelRole === 'moderator');

const runsGroup = (actor: PermissionActor, { ofTeam, teamRole }: GroupPlace) =>
  ofTeam ? administersTeam(actor, { teamRole }) : isAdmin(actor);

/** Each rule reads: the actor can do this when … */
export const conversationRules = {
  'team.create': (actor: PermissionActor) => !isGuest(actor),
  'team.see': seesTeam,
  'team.update': administersTeam,
  'team.add_member': administersTeam,
  'team.update_member': administersTeam,
  'team.remove_member': administersTeam,
  'team.leave': (_actor: PermissionActor, { teamRole }: TeamPlace) => teamRole !== null,
  'team.browse_channels': inTeamAsMember,
  'team.create_channel': inTeamAsMember,

  /** Guests write first only to people whom they meet in a channel. */
  'conversation.open': (actor: PermissionActor, { shareChannel }: { readonly shareChannel: boolean }) =>
    !isGuest(actor) || shareChannel,
  /** Who came by a meeting's link has that meeting's conversation: nobody, they included, brings them into another one. */
  'conversation.bring_in': (_actor: PermissionActor, { byLink }: { readonly byLink: boolean }) => !byLink,

  'channel.see': seesChannel,
  'channel.join': (actor: PermissionActor, place: ChannelPlace) =>
    place.kind === 'public' && inTeamAsMember(actor, place) && !place.archived,
  'channel.leave': (_actor: PermissionActor, { kind, channelRole, general }: ChannelPlace) =>
    channelRole !== null && kind !== 'direct' && !general,
  'channel.rename': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived && (administersChannel(actor, place) || (place.kind === 'group' && place.channelRole !== null)),
  /** Everybody in it; in an announcement channel, who may write there. */
  'channel.set_topic': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived &&
    place.kind !== 'direct' &&
    (moderatesChannel(actor, place) || (place.channelRole !== null && !isGuest(actor) && place.posting === 'everyone')),
  'channel.describe': (actor: PermissionActor, place: ChannelPlace) => !place.archived && moderatesChannel(actor, place),
  /** Who may write, and who may mention everybody. */
  'channel.set_posting': (actor: PermissionActor, place: ChannelPlace) => !place.archived && administersChannel(actor, place),
  /** From inside only: who makes it private must still see it. */
  'channel.make_private': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived && !place.general && place.kind === 'public' && place.channelRole !== null && administersChannel(actor, place),
  'channel.archive': (actor: PermissionActor, place: ChannelPlace) => administersChannel(actor, place) && !place.general,
  'channel.add_member': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived &&
    inTeam(place) &&
    (moderatesChannel(actor, place) || (place.channelRole !== null && !isGuest(actor))),
  /** Outside people are let in by those who look after the channel; not to where the whole team is. */
  'channel.add_guest': (actor: PermissionActor, place: ChannelPlace) =>
    !place.archived && !place.general && moderatesChannel(actor, place),
  'channel.update_member': administersChannel,
  /** Moderators take out members, not each other and not owners. */
  'channel.remove_member': (actor: PermissionActor, place: MemberPlace) =>
    !place.general && (administersChannel(actor, place) || (moderatesChannel(actor, place) && place.memberRole === 'member')),

  /** Team groups show themselves to their team and to admins; guests mention people one by one. */
  'group.see': (actor: PermissionActor, { ofTeam, teamRole }: GroupPlace) => !isGuest(actor) && (!ofTeam || seesTeam(actor, { teamRole })),
  'group.create': runsGroup,
  'group.update': runsGroup,
  'group.delete': runsGroup,
  'group.set_members': runsGroup,
} as const;
