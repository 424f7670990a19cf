import * as z from 'zod/mini';
import {
  documentAccessSchema, documentIcon, documentKind, documentNameSchema, documentTitle, grantRole, linkAccess, seenDocumentSchema,
} from '../document-shapes.ts';
import { cursor, id, instant, pageLimit, searchQuery, seq } from '../fields.ts';
import { DOCUMENT_SCHEMA_VERSION } from '../document-sync.ts';
import { LIMITS } from '../limits.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });
const byUser = z.strictObject({ id, userId: id });
const byFile = z.strictObject({ id, fileId: id });
const byGroup = z.strictObject({ id, groupId: id });
/** The caller's id for a creation: repeating it returns the first result. */
const clientId = z.optional(id);
/** Number in a query string. */
const seqInQuery = z.coerce.number().check(z.int(), z.nonnegative());

/** Where a document is to be: below another, in a conversation, or one's own (neither). */
const place = { parentId: z.optional(id), channelId: z.optional(id) };

export const documentRoutes = defineRoutes({
  listDocuments: {
    method: 'GET', path: '/documents', access: 'signed-in', summary: 'Documents that I may see', status: 200,
    details: '`place`: `channel`, those of the conversation `channelId`; `personal`, my own; `shared`, given to me by others: these come with all below them, by `position`. `below`: next below the document `parentId`, in order. `favourites`. `recent`: what I opened last, first. `templates`. `trash`: those that I may bring back, the last first. `all`: by title. `query`: words of title or text, in any order; text is read some seconds after it was written.',
    query: z.strictObject({
      place: z._default(z.enum(['all', 'channel', 'personal', 'shared', 'below', 'favourites', 'recent', 'templates', 'trash']), 'all'),
      channelId: z.optional(id),
      parentId: z.optional(id),
      query: z.optional(searchQuery),
      cursor: z.optional(cursor), limit: pageLimit,
    }),
    response: z.strictObject({ documents: z.array(seenDocumentSchema), next: z.nullable(z.string()) }), errors: ['invalid_cursor', 'not_found'],
  },
  listDocumentHomes: {
    method: 'GET', path: '/document-homes', access: 'signed-in', summary: 'My conversations that have documents which I may see', status: 200,
    response: z.strictObject({ channelIds: z.array(id) }),
  },
  createDocument: {
    method: 'POST', path: '/documents', access: 'signed-in', summary: 'New document below another, in a conversation, or of my own', status: 201,
    details: 'Below `parentId`, else at the top of the conversation `channelId`, else my own. `copyOf`: begins with what that one holds, a template for example. The same `clientId` again is answered with the first document.',
    body: z.strictObject({
      clientId, kind: z._default(documentKind, 'text'), title: z._default(documentTitle, ''), icon: z.optional(documentIcon), ...place,
      copyOf: z.optional(id),
    }),
    response: seenDocumentSchema, errors: ['forbidden', 'not_found', 'client_id_reused', 'channel_archived', 'document_trashed', 'document_too_deep', 'conflict'],
  },
  getDocument: {
    method: 'GET', path: '/documents/:id', access: 'signed-in', summary: 'A document and the way to it', params: byId, status: 200,
    /** `path`: those above it that I may see, from the top. */
    response: z.extend(seenDocumentSchema, { path: z.array(documentNameSchema) }), errors: ['not_found'],
  },
  updateDocument: {
    method: 'PATCH', path: '/documents/:id', access: 'signed-in', summary: 'Title, icon, whether it is a template', params: byId, status: 200,
    body: z.strictObject({ title: z.optional(documentTitle), icon: z.optional(z.nullable(documentIcon)), template: z.optional(z.boolean()) }),
    response: seenDocumentSchema, errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'conflict'],
  },
  moveDocument: {
    method: 'POST', path: '/documents/:id/move', access: 'signed-in', summary: 'To another place, with all below it', params: byId, status: 200,
    details: 'Below `parentId`, else to the top of the conversation `channelId`, else to the top of my own. `afterId`: the document beside it that it is to follow; null: first; left out: last. Rights that it had from above are those of the new place.',
    body: z.strictObject({ ...place, afterId: z.optional(z.nullable(id)) }),
    response: seenDocumentSchema, errors: ['not_found', 'forbidden', 'channel_archived', 'document_trashed', 'document_cycle', 'document_too_deep', 'conflict'],
  },
  trashDocument: {
    method: 'DELETE', path: '/documents/:id', access: 'signed-in', summary: 'Into the trash, with all below it; again changes nothing', params: byId, status: 204, errors: ['not_found', 'forbidden', 'channel_archived', 'conflict'],
  },
  restoreDocument: {
    method: 'POST', path: '/documents/:id/restore', access: 'signed-in', summary: 'Out of the trash, to where it was; to the top of its home when that is gone', params: byId, status: 200,
    response: seenDocumentSchema, errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'conflict'],
  },
  purgeDocument: {
    method: 'DELETE', path: '/documents/:id/permanently', access: 'signed-in', summary: 'Out of the trash for good, with all below it', params: byId, status: 204, errors: ['not_found', 'forbidden', 'conflict'],
  },
  setDocumentFavourite: {
    method: 'PUT', path: '/documents/:id/favourite', access: 'signed-in', summary: 'Among my favourites, or not', params: byId, status: 204,
    body: z.strictObject({ favourite: z.boolean() }), errors: ['not_found'],
  },
  listBacklinks: {
    method: 'GET', path: '/documents/:id/backlinks', access: 'signed-in', summary: 'Documents that link to this one', params: byId, status: 200,
    response: z.strictObject({ documents: z.array(documentNameSchema) }), errors: ['not_found'],
  },
  lookUpDocuments: {
    method: 'POST', path: '/documents/lookup', access: 'signed-in', summary: 'Names of documents, as far as I may see them', status: 200,
    body: z.strictObject({ ids: z.array(id).check(z.maxLength(LIMITS.idsPerLookup)) }), response: z.strictObject({ documents: z.array(documentNameSchema) }),
  },

  getDocumentState: {
    method: 'GET', path: '/documents/:id/state', access: 'signed-in', params: byId, status: 200, download: 'application/octet-stream',
    summary: 'Yjs updates of a document after a seq',
    details: 'A seq (8 bytes, big-endian, as all numbers here), then updates, each as its length (4 bytes) and its bytes. After all of them the document is what it is at that seq. Updates may be merged and known: applying one twice changes nothing.',
    query: z.strictObject({ since: z._default(seqInQuery, 0) }), errors: ['not_found'],
  },
  getDocumentText: {
    method: 'GET', path: '/documents/:id/text', access: 'signed-in', summary: 'The words of a document, without how they look', params: byId, status: 200,
    details: 'A line for each block, as it is searched. Read some seconds after a change, more for large documents: `seq` is that of the last update in it, `head` that of the last one there is.',
    response: z.strictObject({ seq, head: seq, text: z.string() }), errors: ['not_found'],
  },
  pushDocumentUpdate: {
    method: 'POST', path: '/documents/:id/updates', access: 'signed-in', summary: 'Keep a Yjs update; the same updateId again is answered with its first seq', params: byId, status: 200,
    details: `A Yjs update (version 1), or a whole state (\`Y.encodeStateAsUpdate\`). All that is written in it comes from Yjs clients that nobody else writes under in this document, and that only this person ever did. \`schemaVersion\`: of what the client knows to be in documents, now ${DOCUMENT_SCHEMA_VERSION}. A document holds ${LIMITS.documentBytes} bytes at most. \`unavailable\`: too much is being written at once; send it again with the same updateId.`,
    query: z.strictObject({ updateId: id, schemaVersion: z.coerce.number().check(z.int(), z.minimum(1)) }),
    upload: { mediaTypes: ['application/octet-stream'], maxBytes: LIMITS.documentUpdateBytes },
    response: z.strictObject({ seq }),
    errors: ['not_found', 'forbidden', 'update_invalid', 'client_id_taken', 'document_too_large', 'document_trashed', 'client_outdated', 'channel_archived', 'client_id_reused', 'unavailable'],
  },

  attachFileToDocument: {
    method: 'PUT', path: '/documents/:id/files/:fileId', access: 'signed-in', params: byFile, status: 204,
    summary: 'Let a file stand in a document: one that I uploaded, or may read; again changes nothing', errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived'],
  },

  getDocumentAccess: {
    method: 'GET', path: '/documents/:id/access', access: 'signed-in', summary: 'Who may what', params: byId, status: 200, response: documentAccessSchema, errors: ['not_found'],
  },
  lookUpDocumentReaders: {
    method: 'POST', path: '/documents/:id/readers/lookup', access: 'signed-in', summary: 'Which of these people may open it', params: byId, status: 200,
    details: 'For whoever may comment on it, to know whom a mention reaches. People whom the caller may not see are missing in the answer.',
    body: z.strictObject({ userIds: z.array(id).check(z.maxLength(LIMITS.idsPerLookup)) }),
    response: z.strictObject({ userIds: z.array(id) }), errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived'],
  },
  updateDocumentAccess: {
    method: 'PATCH', path: '/documents/:id/access', access: 'signed-in', summary: 'Rights from above, by link, and the public page', params: byId, status: 200,
    details: '`inheritsAccess`: whoever may something above it may it here too. `linkAccess`: what everybody in the organisation but guests may who has its address. `published`: the whole world reads it at `publicPath`, without an account.',
    body: z.strictObject({ inheritsAccess: z.optional(z.boolean()), linkAccess: z.optional(linkAccess), published: z.optional(z.boolean()) }),
    response: documentAccessSchema, errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'conflict'],
  },
  grantDocumentToUser: {
    method: 'PUT', path: '/documents/:id/users/:userId', access: 'signed-in', summary: 'Share it with a person', params: byUser, status: 200,
    details: 'Their role here becomes this one; what they may by other ways stays. Each role may all that those before it may: reader, commenter, editor, manager. Somebody who manages it stays: else `last_owner`.',
    body: z.strictObject({ role: grantRole }), response: documentAccessSchema, errors: ['not_found', 'forbidden', 'last_owner', 'too_many', 'document_trashed', 'channel_archived', 'conflict'],
  },
  revokeDocumentFromUser: {
    method: 'DELETE', path: '/documents/:id/users/:userId', access: 'signed-in', summary: 'Take back what was given to a person, or leave it', params: byUser, status: 200,
    response: documentAccessSchema, errors: ['not_found', 'forbidden', 'last_owner', 'document_trashed', 'channel_archived', 'conflict'],
  },
  grantDocumentToGroup: {
    method: 'PUT', path: '/documents/:id/groups/:groupId', access: 'signed-in', summary: 'Share it with a group', params: byGroup, status: 200,
    body: z.strictObject({ role: grantRole }), response: documentAccessSchema, errors: ['not_found', 'forbidden', 'last_owner', 'too_many', 'document_trashed', 'channel_archived', 'conflict'],
  },
  revokeDocumentFromGroup: {
    method: 'DELETE', path: '/documents/:id/groups/:groupId', access: 'signed-in', summary: 'Take back what was given to a group', params: byGroup, status: 200,
    response: documentAccessSchema, errors: ['not_found', 'forbidden', 'last_owner', 'document_trashed', 'channel_archived', 'conflict'],
  },

  getPublishedDocument: {
    method: 'GET', path: '/published/:id', access: 'public', summary: 'A document that is published to everybody', params: byId, status: 200,
    response: z.extend(documentNameSchema, { updatedAt: instant }), errors: ['not_found'],
  },
  getPublishedDocumentState: {
    method: 'GET', path: '/published/:id/state', access: 'public', params: byId, status: 200, download: 'application/octet-stream',
    summary: 'What a published document holds now, as one Yjs update in the form of `getDocumentState`: nothing of what was deleted in it', errors: ['not_found'],
  },
  getPublishedDocumentFile: {
    method: 'GET', path: '/published/:id/files/:fileId', access: 'public', summary: 'A file that stands in a published document', params: byFile, status: 200, download: 'application/octet-stream',
    query: z.strictObject({ download: z.optional(z.enum(['true', 'false'])) }), errors: ['not_found'],
  },
});
