import { type DocumentRole, type SeenDocument, type StreamId, streamId } from '@parvis/contracts';
import { can, type DocumentPlace } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { rankOf } from '../../platform/people/document-rank.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { type DocumentRow, roleOfRank, seenColumns, type SeenRow, toSeenDocument } from './document-row.ts';

type Viewer = Pick<Actor, 'userId' | 'role'>;

/** A document that a person may see, and what they are to it. */
export interface DocumentSeen extends SeenDocument {
  row: DocumentRow;
  place: DocumentPlace & { own: boolean };
}

/** @throws ApiError not_found for a document that is not there or not for this person's eyes */
export async function seeDocument(query: Query, actor: Viewer, documentId: string): Promise<DocumentSeen> {
  const seen = await findDocument(query, actor, documentId);
  if (!seen) throw new ApiError('not_found');
  return seen;
}

/** Null where `seeDocument` refuses. */
export async function findDocument(query: Query, actor: Viewer, documentId: string): Promise<DocumentSeen | null> {
  const [row] = await query.query<SeenRow & { archived: boolean }>(
    `SELECT ${seenColumns('$2::uuid')}, c.archived_at IS NOT NULL AS archived FROM document d LEFT JOIN channel c ON c.id = d.channel_id WHERE d.id = $1`,
    [documentId, actor.userId],
  );
  if (!row) return null;
  const place = { role: roleOfRank(row.rank), trashed: row.trashedAt !== null, archived: row.archived, own: row.createdBy === actor.userId };
  return can(actor, 'document.see', place) ? { ...toSeenDocument(row), row, place } : null;
}

/** The stream of a document's home: whoever changes something in its tree holds its lock. */
export const homeStream = ({ channelId, ownerId }: { channelId: string | null; ownerId: string | null }): StreamId =>
  channelId === null ? streamId('user', ownerId ?? '') : streamId('channel', channelId);

/**
 * Whoever changes a document comes through here: locks its home, and reads what the actor is to it
 * then. `streams`: to be locked with it.
 * @throws ApiError not_found
 */
export async function lockAndSee(tx: StreamTransaction, actor: Viewer, documentId: string, ...streams: StreamId[]): Promise<DocumentSeen> {
  const home = await homeOf(tx, documentId);
  if (!home) throw new ApiError('not_found');
  await tx.lock(home, ...streams);
  // It may have moved before the lock was there.
  if ((await homeOf(tx, documentId)) !== home) throw new ApiError('conflict', 'the document was moved at this moment');
  return seeDocument(tx, actor, documentId);
}

async function homeOf(query: Query, documentId: string): Promise<StreamId | null> {
  const [row] = await query.query<{ channelId: string | null; ownerId: string | null }>(
    'SELECT channel_id AS "channelId", owner_id AS "ownerId" FROM document WHERE id = $1', [documentId],
  );
  return row ? homeStream(row) : null;
}

/** What each of these people is to a document now; those who may not see it are missing. */
export async function rolesIn(query: Query, documentId: string, userIds: readonly string[]): Promise<Map<string, DocumentRole>> {
  const rows = await query.query<{ userId: string; rank: number; trashed: boolean }>(
    `SELECT person.id AS "userId", ${rankOf('person.id')} AS rank, d.trashed_at IS NOT NULL AS trashed
     FROM document d, app_user person WHERE d.id = $1 AND person.id = ANY($2) AND person.deactivated_at IS NULL`,
    [documentId, userIds],
  );
  const roles = new Map<string, DocumentRole>();
  for (const { userId, rank, trashed } of rows) {
    const role = roleOfRank(rank);
    if (role !== null && can({ role: 'member' }, 'document.see', { role, trashed, archived: false })) roles.set(userId, role);
  }
  return roles;
}

/** @throws ApiError that says why the actor may not change it */
export function refuseChange({ place }: DocumentSeen): never {
  if (place.trashed) throw new ApiError('document_trashed');
  throw new ApiError(place.archived ? 'channel_archived' : 'forbidden');
}
