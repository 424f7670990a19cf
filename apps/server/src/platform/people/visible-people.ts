import { can, isGuest } from '@parvis/permissions';
import type { Query } from '../database/query.ts';
import type { Actor } from '../http/actor.ts';

type Viewer = Pick<Actor, 'userId' | 'role'>;

/**
 * SQL: the person of column `person` is in a conversation with the one of parameter `viewer`. Costs a
 * look-up per conversation of the viewer's, hence asked for guests only, who are in few.
 */
export const sharesConversation = (viewer: string, person: string): string =>
  `EXISTS (SELECT 1 FROM channel_member mine JOIN channel_member theirs ON theirs.channel_id = mine.channel_id AND theirs.user_id = ${person}
    WHERE mine.user_id = ${viewer})`;

/**
 * Of these people, those whom this person may see: guests see themselves and whom they meet in a
 * conversation; everybody else sees everybody. The one rule behind lists, look-ups, pictures and presence.
 */
export async function visibleAmong(query: Query, viewer: Viewer, userIds: readonly string[]): Promise<string[]> {
  if (!isGuest(viewer)) return [...userIds];
  const met = new Set((await query.query<{ id: string }>(
    `SELECT person.id FROM unnest($2::uuid[]) AS person (id) WHERE ${sharesConversation('$1', 'person.id')}`,
    [viewer.userId, userIds],
  )).map(({ id }) => id));
  return userIds.filter((userId) => can(viewer, 'user.see', { self: userId === viewer.userId, shareChannel: met.has(userId) }));
}
