import type { ChannelRole, MembershipRole } from '@parvis/contracts';
import type { PermissionActor } from './actor.ts';

/** What a person is in the channel of a message. Only members get this far. */
export interface PostingResource {
  archived: boolean;
  channelRole: ChannelRole;
  teamRole: MembershipRole | null;
}
export interface MessageResource extends PostingResource {
  /** The actor wrote it. */
  own: boolean;
}

export const messageRules = {
  /** Every member writes, until the channel is archived. */
  'message.send': (_actor: PermissionActor, channel: PostingResource): boolean => !channel.archived,
  /** Only the author changes words. */
  'message.edit': (_actor: PermissionActor, message: MessageResource): boolean => !message.archived && message.own,
  /** The author, or an owner of the channel or its team, takes a message back; archived or not. */
  'message.delete': (_actor: PermissionActor, message: MessageResource): boolean =>
    message.own || message.channelRole === 'owner' || message.teamRole === 'owner',
};
