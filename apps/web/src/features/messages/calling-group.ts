import type { Message } from '@parvis/contracts';
import { extractMentions } from '@parvis/rich-text';

/**
 * The group through which a message calls somebody whom it doesn't name: it says whom it calls, not
 * through which of several groups. Null: none, or it can't be told.
 */
export function callingGroup(text: string, mentions: Message['mentions'] | undefined, userId: string): string | null {
  if (mentions?.userIds.includes(userId) !== true) return null;
  const { userIds, groupIds } = extractMentions(text);
  return groupIds.length === 1 && !userIds.includes(userId) ? groupIds[0]! : null;
}
