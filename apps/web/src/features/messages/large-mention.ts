import type { Mentions } from '@parvis/rich-text';

/** Calling more people than this is asked for once more. */
export const ASK_ABOVE = 20;

interface Room {
  /** People in the conversation, me included. */
  memberCount: number;
  mayMentionAll: boolean;
}

export interface LargeMention {
  /** How many are called at most. */
  count: number;
  /** By what: `@channel`, `@design`. */
  words: string[];
}

/** Whether a text calls so many people that its writer is asked first. `groups`: those that it names. */
export function largeMention(
  { userIds, everyone, here }: Pick<Mentions, 'userIds' | 'everyone' | 'here'>,
  groups: readonly { handle: string; memberCount: number }[],
  { memberCount, mayMentionAll }: Room,
): LargeMention | null {
  const others = memberCount - 1;
  const room = mayMentionAll ? [...(everyone ? ['@channel'] : []), ...(here ? ['@here'] : [])] : [];
  const called = room.length > 0 ? others : groups.reduce((sum, group) => sum + group.memberCount, userIds.length);
  const count = Math.min(called, others);
  return count > ASK_ABOVE ? { count, words: [...room, ...groups.map(({ handle }) => `@${handle}`)] } : null;
}
