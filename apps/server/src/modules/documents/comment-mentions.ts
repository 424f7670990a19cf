import { LIMITS, type StreamId, streamId } from '@parvis/contracts';
import { excerpt, extractMentions } from '@parvis/rich-text';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { seenGroups } from '../messages/index.ts';
import { rolesIn } from './document-access.ts';

/** Whom a comment calls: of the people, and those of the groups, that it names, who may see the document; not its author. */
export async function calledIn(tx: StreamTransaction, actor: Actor, documentId: string, text: string): Promise<string[]> {
  const { userIds, groupIds } = extractMentions(text);
  const groups = await seenGroups(tx, actor, groupIds);
  const ofGroups = groups.length === 0 ? [] : await tx.query<{ id: string }>('SELECT DISTINCT user_id AS id FROM user_group_member WHERE group_id = ANY($1)', [groups]);
  const named = new Set([...userIds, ...ofGroups.map(({ id }) => id)]);
  named.delete(actor.userId);
  return named.size === 0 ? [] : [...(await rolesIn(tx, documentId, [...named])).keys()];
}

/** To be locked before they are told. */
export const streamsOf = (userIds: readonly string[]): StreamId[] => userIds.map((userId) => streamId('user', userId));

/** Keeps whom a comment calls, and tells those who were not told of it yet; who is called no more by it is forgotten. */
export async function keepMentions(tx: StreamTransaction, { documentId, commentId, by, text }: { documentId: string; commentId: string; by: string; text: string }, userIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM document_mention WHERE document_id = $1 AND key = $2 AND user_id <> ALL($3)', [documentId, commentId, userIds]);
  if (userIds.length === 0) return;
  const words = excerpt(text, LIMITS.excerpt);
  const rows = await tx.query<{ userId: string; fresh: boolean }>(
    `INSERT INTO document_mention (document_id, key, user_id, mentioned_by, at, excerpt) SELECT $1, $2, unnest($3::uuid[]), $4, $5, $6
     ON CONFLICT (document_id, key, user_id) DO UPDATE SET excerpt = excluded.excerpt RETURNING user_id AS "userId", xmax = 0 AS fresh`,
    [documentId, commentId, userIds, by, tx.at, words],
  );
  const told = rows.filter(({ fresh }) => fresh).map(({ userId }) => ({ stream: streamId('user', userId), payload: { documentId, byUserId: by, excerpt: words } }));
  await tx.appendAll('document.mentioned', told);
}

export async function forgetMentions(query: Query, documentId: string, commentId: string): Promise<void> {
  await query.query('DELETE FROM document_mention WHERE document_id = $1 AND key = $2', [documentId, commentId]);
}
