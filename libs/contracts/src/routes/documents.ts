import * as z from 'zod/mini';
import {
  documentAccessSchema, documentIcon, documentKind, documentNameSchema, documentTitle, grantRole, linkAccess, seenDocumentSchema,
} from '../document-shapes.ts';
import { cursor, id, instant, pageLimit, searchQuery, seq } from '../fields.ts';
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
    query: z.strictObject({
      /**
       * `channel`: of the conversation `channelId`. `personal`: my own. `shared`: given to me by others.
       * These come in order of the tree, children included. `below`: next below the document `parentId`, in
       * order. `favourites`, `recent` (which I opened
       * last): in that order. `templates`. `trash`: those that I may bring back, the last first. `all`: by title.
       */
      place: z._default(z.enum(['all', 'channel', 'personal', 'shared', 'below', 'favourites', 'recent', 'templates', 'trash']), 'all'),
      channelId: z.optional(id),
      parentId: z.optional(id),
      /** Words of title or text. */
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
    body: z.strictObject({
      clientId, kind: z._default(documentKind, 'text'), title: z._default(documentTitle, ''), icon: z.optional(documentIcon), ...place,
      /** Begins with what this one holds. */
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
    /** `afterId`: the document beside it that it is to follow; null: first. Left out: last. */
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
    method: 'GET', path: '/documents/:id/state', access: 'signed-in', params: byId, status: 200, download: true,
    /**
     * `application/octet-stream`: a seq (8 bytes, big-endian, as all numbers here), then updates, each
     * as its length (4 bytes) and its bytes. After all of them the document is what it is at that seq.
     * Updates may be merged and known: applying one twice changes nothing.
     */
    summary: 'Yjs updates of a document after a seq',
    query: z.strictObject({ since: z._default(seqInQuery, 0) }), errors: ['not_found'],
  },
  pushDocumentUpdate: {
    method: 'POST', path: '/documents/:id/updates', access: 'signed-in', summary: 'Keep a Yjs update; the same updateId again is answered with its first seq', params: byId, status: 200,
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
  updateDocumentAccess: {
    method: 'PATCH', path: '/documents/:id/access', access: 'signed-in', summary: 'Rights from above, by link, and the public page', params: byId, status: 200,
    body: z.strictObject({ inheritsAccess: z.optional(z.boolean()), linkAccess: z.optional(linkAccess), published: z.optional(z.boolean()) }),
    response: documentAccessSchema, errors: ['not_found', 'forbidden', 'document_trashed', 'channel_archived', 'conflict'],
  },
  grantDocumentToUser: {
    method: 'PUT', path: '/documents/:id/users/:userId', access: 'signed-in', summary: 'Share it with a person', params: byUser, status: 200,
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
    method: 'GET', path: '/published/:id/state', access: 'public', params: byId, status: 200, download: true,
    summary: 'What a published document holds now, as one Yjs update in the form of `getDocumentState`: nothing of what was deleted in it', errors: ['not_found'],
  },
  getPublishedDocumentFile: {
    method: 'GET', path: '/published/:id/files/:fileId', access: 'public', summary: 'A file that stands in a published document', params: byFile, status: 200, download: true,
    query: z.strictObject({ download: z.optional(z.enum(['true', 'false'])) }), errors: ['not_found'],
  },
});
