import * as z from 'zod/mini';
import { documentMentionSchema } from '../document-shapes.ts';
import { cursor, id, pageLimit } from '../fields.ts';
import { defineRoutes } from './route.ts';

export const documentMentionRoutes = defineRoutes({
  listDocumentMentions: {
    method: 'GET', path: '/document-mentions', access: 'signed-in', summary: 'Where others mentioned me in documents that I may see, the last first', status: 200,
    query: z.strictObject({ cursor: z.optional(cursor), limit: pageLimit }),
    /** `unseen`: of all, capped at `LIMITS.unreadCap`. */
    response: z.strictObject({ mentions: z.array(documentMentionSchema), unseen: z.int(), next: z.nullable(z.string()) }), errors: ['invalid_cursor'],
  },
  seeDocumentMentions: {
    method: 'PUT', path: '/document-mentions/seen', access: 'signed-in', summary: 'I have seen those in one document, or all', status: 204,
    body: z.strictObject({ documentId: z.optional(id) }),
  },
});
