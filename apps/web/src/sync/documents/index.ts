/** Documents of this person: loaded with the first that is opened, since Yjs comes with it. */
export type { Documents } from './documents.ts';
export type { DocumentSession } from './document-session.ts';
export type { DocumentSessionState } from './document-session-state.ts';
export { documentsOf, useDocuments, useDocumentSession, useDocumentState } from './use-document-session.ts';
export { readMoment, splitState } from './read-state.ts';
