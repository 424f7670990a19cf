import { messageRules, type MessageResource, type PostingResource } from './messages.ts';
import type { PermissionActor } from './actor.ts';

export const pollRules = {
  /** Every member has a voice, also where only moderators write. */
  'poll.vote': (_actor: PermissionActor, channel: PostingResource): boolean => !channel.archived,
  /** Its author, or who looks after the channel; archived or not. */
  'poll.close': (actor: PermissionActor, message: MessageResource): boolean => messageRules['message.delete'](actor, message),
  /** Only the author says what their message shows. */
  'link_preview.remove': (_actor: PermissionActor, message: MessageResource): boolean => message.own,
};
