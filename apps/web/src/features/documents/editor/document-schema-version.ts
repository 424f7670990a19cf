/**
 * Version of the blocks, inline content and marks that a document can hold; grows with each that is added.
 *
 * y-prosemirror deletes what its schema doesn't know from the Y.Doc, for everybody. So a document that was
 * written with a newer version than a client's must not be bound to that client's editor: it is shown to be
 * too new, and whoever reads it is asked to load the page again.
 */
export const DOCUMENT_SCHEMA_VERSION = 1;
