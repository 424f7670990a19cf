import type { Organisation } from '@parvis/contracts';
import { isAdmin, isGuest, type PermissionActor } from './actor.ts';
import { type MessageResource, messageRules, moderates, type Standing } from './messages.ts';

export interface HistoryResource extends MessageResource {
  editHistory: Organisation['editHistory'];
}

/** What one does with messages besides writing them. Each rule reads: the actor can do this when … */
export const messageActionRules = {
  /** Every member reacts, also where only moderators write. */
  'message.react': (_actor: PermissionActor, channel: Standing): boolean => !channel.archived,
  /** Whoever writes there decides with the others what is pinned, and ticks tasks of anybody's message. */
  'message.pin': messageRules['message.send'],
  'message.tick_task': messageRules['message.send'],
  /** What it said before: its author, and whom the organisation lets see it. */
  'message.see_history': (actor: PermissionActor, message: HistoryResource): boolean =>
    message.own || message.editHistory === 'everyone' || (message.editHistory === 'moderators' && moderates(actor, message)),

  'emoji.create': (actor: PermissionActor, { customEmojiBy }: Pick<Organisation, 'customEmojiBy'>): boolean =>
    isAdmin(actor) || (customEmojiBy === 'everyone' && !isGuest(actor)),
  'emoji.delete': (actor: PermissionActor, emoji: { own: boolean }): boolean => emoji.own || isAdmin(actor),
};
