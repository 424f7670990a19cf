import type { Message, Reaction, StreamEvent } from '@parvis/contracts';

type ReactionEvent = Extract<StreamEvent, { type: 'message.reaction_added' | 'message.reaction_removed' }>;

/** The message after a reaction came or went. One that is as new as the event has it in it already. */
export function withReaction(message: Message, { type, seq, payload }: ReactionEvent): Message {
  if (message.version >= seq) return message;
  const { reactions: before = [], ...others } = message;
  const { emoji, userId } = payload;
  const reactions = type === 'message.reaction_added' ? reactionsWith(before, emoji, userId) : reactionsWithout(before, emoji, userId);
  return { ...others, version: seq, ...(reactions.length > 0 && { reactions: [...reactions] }) };
}

/** An emoji keeps its place as long as somebody uses it; a new one comes last. */
export function reactionsWith(reactions: readonly Reaction[], emoji: string, userId: string): readonly Reaction[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if (known === undefined) return [...reactions, { emoji, userIds: [userId] }];
  if (known.userIds.includes(userId)) return reactions;
  return reactions.map((reaction) => (reaction === known ? { emoji, userIds: [...known.userIds, userId] } : reaction));
}

export function reactionsWithout(reactions: readonly Reaction[], emoji: string, userId: string): readonly Reaction[] {
  return reactions
    .map((reaction) => (reaction.emoji === emoji ? { emoji, userIds: reaction.userIds.filter((id) => id !== userId) } : reaction))
    .filter((reaction) => reaction.userIds.length > 0);
}
