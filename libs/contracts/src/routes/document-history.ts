import * as z from 'zod/mini';
import { documentVersionSchema, historyEntrySchema } from '../document-shapes.ts';
import { cursor, id, pageLimit, seq, versionName } from '../fields.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });
/** Number in a path. */
const seqInPath = z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER));
/** A moment of a document: it as it was after the update of that seq; 0: before the first. */
const byMoment = z.strictObject({ id, seq: seqInPath });
const byVersion = z.strictObject({ id, versionId: id });

export const documentHistoryRoutes = defineRoutes({
  listDocumentHistory: {
    method: 'GET', path: '/documents/:id/history', access: 'signed-in', summary: 'Stretches of writing, the last first', params: byId, status: 200,
    query: z.strictObject({ cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({ entries: z.array(historyEntrySchema), next: z.nullable(z.string()) }), errors: ['not_found', 'invalid_cursor'],
  },
  getDocumentStateAt: {
    method: 'GET', path: '/documents/:id/history/:seq/state', access: 'signed-in', params: byMoment, status: 200, download: 'application/octet-stream',
    summary: 'Yjs updates that make a document what it was at a moment',
    details: 'In the form of `getDocumentState`. A moment: what it was after the update of that seq; 0: before the first. `document_moment_gone`: older than history is kept for.', errors: ['not_found', 'document_moment_gone'],
  },
  restoreDocumentState: {
    method: 'POST', path: '/documents/:id/history/:seq/restore', access: 'signed-in', params: byMoment, status: 200,
    summary: 'Write what a document was at a moment as a new change; history stays as it is',
    details: 'The same `clientId` again is answered with the first result. `head`: only if nothing was written after this seq, else `version_conflict`. Answers the `seq` of the change, or of the last update when nothing differed, and the moment `before` it.',
    body: z.strictObject({ clientId: id, head: z.optional(seq) }),
    response: z.strictObject({ seq, before: seq }),
    errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'document_moment_gone', 'document_too_large', 'version_conflict', 'unavailable'],
  },
  listDocumentVersions: {
    method: 'GET', path: '/documents/:id/versions', access: 'signed-in', summary: 'Moments of a document that have a name, the last first', params: byId, status: 200,
    response: z.strictObject({ versions: z.array(documentVersionSchema) }), errors: ['not_found'],
  },
  createDocumentVersion: {
    method: 'POST', path: '/documents/:id/versions', access: 'signed-in', params: byId, status: 201,
    summary: 'Name a moment; the same name again changes nothing, another one is refused', body: z.strictObject({ seq, name: versionName }),
    response: documentVersionSchema, errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'document_moment_gone', 'name_taken', 'too_many'],
  },
  renameDocumentVersion: {
    method: 'PATCH', path: '/documents/:id/versions/:versionId', access: 'signed-in', summary: 'Another name for a moment', params: byVersion, status: 200,
    body: z.strictObject({ name: versionName }), response: documentVersionSchema, errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived'],
  },
  deleteDocumentVersion: {
    method: 'DELETE', path: '/documents/:id/versions/:versionId', access: 'signed-in', summary: 'Take the name from a moment, which stays', params: byVersion, status: 204,
    errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived'],
  },
});
