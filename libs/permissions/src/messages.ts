import type { ChannelRole, MembershipRole } from '@parvis/contracts';
import { isAdmin, isGuest } from './actor.ts';
import type { PermissionActor } from './actor.ts';

/** What a person is in the channel of a message. Only members get this far. */
export interface Standing {
  archived: boolean;
  channelRole: ChannelRole;
  teamRole: MembershipRole | null;
}
export interface PostingResource extends Standing {
  /** Who may write. */
  posting: 'everyone' | 'moderators';
  /** Who may mention everybody in it. */
  mentionAll: 'everyone' | 'moderators';
}
export interface MessageResource extends Standing {
  /** The actor wrote it. */
  own: boolean;
}

/** Guests look after nothing, whatever they were before they became guests. */
export const moderates = (actor: PermissionActor, { channelRole, teamRole }: Standing) =>
  !isGuest(actor) && (channelRole !== 'member' || teamRole === 'owner');

export const messageRules = {
  /** Every member writes, until the channel is archived; in an announcement channel, who looks after it. */
  'message.send': (actor: PermissionActor, channel: PostingResource): boolean =>
    !channel.archived && (channel.posting === 'everyone' || moderates(actor, channel) || isAdmin(actor)),
  /** `@channel` and `@here`; from anybody else they are just words. */
  'message.mention_all': (actor: PermissionActor, channel: PostingResource): boolean =>
    channel.mentionAll === 'everyone' || moderates(actor, channel) || isAdmin(actor),
  /** Only the author changes words. */
  'message.edit': (_actor: PermissionActor, message: MessageResource): boolean => !message.archived && message.own,
  /** The author, or who looks after the channel or its team, takes a message back; archived or not. */
  'message.delete': (actor: PermissionActor, message: MessageResource): boolean => message.own || moderates(actor, message),
};
