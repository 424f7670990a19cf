import { LIMITS, type StreamId, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { generateKeyBetween } from 'fractional-indexing';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { ChannelAccess } from '../channels/index.ts';
import { depthOf } from './access-paths.ts';
import { homeStream, refuseChange, seeDocument } from './document-access.ts';

/** Where a document is to be, as somebody asks for it. */
export interface WantedPlace {
  parentId?: string | undefined;
  channelId?: string | undefined;
}

/** Where it then is. */
export interface Home {
  channelId: string | null;
  ownerId: string | null;
  parentId: string | null;
}

/** The stream to lock before a document is put there. @throws ApiError not_found */
export async function streamOfPlace(query: Query, actor: Actor, { parentId, channelId }: WantedPlace): Promise<StreamId> {
  if (parentId !== undefined) return homeStream((await seeDocument(query, actor, parentId)).row);
  return channelId !== undefined ? streamId('channel', channelId) : streamId('user', actor.userId);
}

/**
 * Whether the actor may put a document there, `height` deep with all below it. Ask under the lock of its stream.
 * @throws ApiError not_found, forbidden, channel_archived, document_trashed, document_too_deep, invalid_request
 */
export async function requirePlace(query: Query, access: ChannelAccess, actor: Actor, { parentId, channelId }: WantedPlace, height = 1): Promise<Home> {
  if (parentId !== undefined) {
    const parent = await seeDocument(query, actor, parentId);
    if (channelId !== undefined && channelId !== parent.row.channelId) throw new ApiError('invalid_request', 'the document above is in another conversation');
    if (!can(actor, 'document.edit', parent.place)) refuseChange(parent);
    if ((await depthOf(query, parentId)) + height > LIMITS.documentDepth) throw new ApiError('document_too_deep', `at most ${LIMITS.documentDepth} below one another`);
    return { channelId: parent.row.channelId, ownerId: parent.row.ownerId, parentId };
  }
  if (channelId !== undefined) {
    const { channel, place } = await access.requireMember(query, channelId, actor.userId);
    const standing = { ...place, channelRole: place.channelRole ?? 'member', mentionAll: channel.mentionAll };
    if (!can(actor, 'message.send', standing)) throw new ApiError(place.archived ? 'channel_archived' : 'forbidden');
    return { channelId, ownerId: null, parentId: null };
  }
  if (!can(actor, 'document.create')) throw new ApiError('forbidden');
  return { channelId: null, ownerId: actor.userId, parentId: null };
}

/**
 * A position behind a document (null: before all others; undefined: last). The home is locked.
 * @throws ApiError not_found when that one is not there
 */
export async function positionIn(query: Query, home: Home, afterId: string | null | undefined, movedId?: string): Promise<string> {
  const beside = await query.query<{ id: string; position: string }>(
    `SELECT id, position FROM document
     WHERE parent_id IS NOT DISTINCT FROM $1 AND channel_id IS NOT DISTINCT FROM $2 AND owner_id IS NOT DISTINCT FROM $3 AND id IS DISTINCT FROM $4 ORDER BY position, id`,
    [home.parentId, home.channelId, home.ownerId, movedId ?? null],
  );
  const at = afterId === undefined ? beside.length - 1 : afterId === null ? -1 : beside.findIndex(({ id }) => id === afterId);
  if (afterId && at === -1) throw new ApiError('not_found');
  const before = beside[at]?.position ?? null;
  // Two that were made at the same place by chance are passed over together.
  const after = beside.slice(at + 1).find(({ position }) => before === null || position > before)?.position ?? null;
  return generateKeyBetween(before, after);
}
