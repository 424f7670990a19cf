import * as z from 'zod/mini';
import type { DocumentRole } from './document-shapes.ts';
import { id } from './fields.ts';
import { LIMITS } from './limits.ts';

/**
 * Version of what stands in a text document or a whiteboard: kinds of blocks and their attributes. A
 * client that knows less than the document holds would drop it while writing: it only reads.
 */
export const DOCUMENT_SCHEMA_VERSION = 1;

/**
 * The empty block of a text document that nobody wrote in yet, as a Yjs update in base64: the same
 * bytes always, written as client 1 by whoever writes first. So two who do so at once write in the
 * same block, and not each a document of their own into it.
 */
export const DOCUMENT_SEED = 'AQUBAAcBCGRvY3VtZW50AwpibG9ja0dyb3VwBwABAAMOYmxvY2tDb250YWluZXIHAAEBAwlwYXJhZ3JhcGgHAAECBigAAQECaWQBdw5pbml0aWFsQmxvY2tJZAA=';

/** Base64 of 1 to `most` bytes: in JSON, a message is one frame, which is made once for a whole room. */
const bytes = (most: number) => z.base64().check(z.minLength(1), z.maxLength(4 * Math.ceil(most / 3)));

/**
 * A document's updates, on the socket: an ordered log with a seq of its own per document. What is
 * missing, or too big for a message, goes over HTTP: `getDocumentState`, `pushDocumentUpdate`.
 */
export const DOCUMENT_MESSAGES = {
  /**
   * From now on this socket gets the document's updates. `clientId`: of its Yjs document, under which
   * it writes and points; nobody else's. Errors: not_found, client_id_taken.
   */
  document_open: z.strictObject({ documentId: id, clientId: z.int().check(z.minimum(0), z.maximum(0xffff_ffff)), schemaVersion: z.int().check(z.minimum(1)) }),
  document_close: z.strictObject({ documentId: id }),
  /**
   * A Yjs update (version 1) to be kept. Answered once it is on disk. The same `updateId` again is
   * answered with its first seq. Errors: not_found, forbidden, update_invalid, client_id_taken,
   * document_too_large, client_outdated, document_trashed.
   */
  document_push: z.strictObject({
    documentId: id, updateId: id, schemaVersion: z.int().check(z.minimum(1)), update: bytes(LIMITS.documentPushBytes),
  }),
  /** An awareness update (y-protocols) of the `clientId` that the document was opened with. The server says who that is. */
  document_awareness: z.strictObject({ documentId: id, update: bytes(LIMITS.documentAwarenessBytes) }),
} as const;

/** One entry of a document's log. */
export interface DocumentUpdate {
  seq: number;
  userId: string;
  /** Base64. */
  update: string;
}

export interface DocumentMessageResults {
  /** `head`: seq of the last update; 0: nothing was written yet. `schemaVersion`: of the newest client that wrote. */
  document_open: { head: number; role: DocumentRole; schemaVersion: number };
  document_close: Record<string, never>;
  document_push: { seq: number };
  document_awareness: Record<string, never>;
}

/** What a server tells those who have a document open. */
export interface DocumentServerMessages {
  /** In order of seq, without gaps within one message. `schemaVersion`: of the newest client that wrote, these included. */
  document_updates: { documentId: string; updates: DocumentUpdate[]; schemaVersion: number };
  /** Awareness (base64) of somebody who has it open; the states hold `user: { id, name, color }`, written by the server. */
  document_awareness: { documentId: string; update: string };
  /** Somebody opened it who knows nobody's awareness: tell yours. */
  document_joined: { documentId: string };
  /** Something besides its content is another now: look again. */
  document_changed: { documentId: string; what: DocumentAspect };
  /** This socket gets nothing more of it: the right to it is gone. */
  document_closed: { documentId: string };
}
export type DocumentAspect = 'document' | 'access' | 'comments' | 'versions';
