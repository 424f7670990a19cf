import { useSyncExternalStore } from 'react';
import type { CommentHandle } from './comments/comment-handle.ts';
import type { EmbedRef } from './editor-services.ts';
import { emptySummary } from './outline/summary.ts';
import type { DocumentSummary } from './outline/summary.ts';

/** What a page can do with the editor that it shows. */
export interface EditorHandle {
  /** Puts the cursor at the end of the document. */
  focus: () => void;
  undo: () => void;
  redo: () => void;
  openFind: () => void;
  /** Scrolls to a block and puts the cursor into it; false when it isn't there. */
  showBlock: (blockId: string) => boolean;
  /** Below the block in which the cursor is. */
  insertEmbed: (embed: EmbedRef) => void;
  comments: CommentHandle;
  /** Writes Markdown into a document that is still empty; does nothing in any other. */
  begin: (markdown: string) => void;
  /** The headings and the number of words: at most half a second late. */
  summary: { get: () => DocumentSummary; subscribe: (listener: () => void) => () => void };
}

const none = () => () => undefined;
const empty = () => emptySummary;

/** The headings of a document and how long it is. */
export const useDocumentSummary = (handle: EditorHandle | null): DocumentSummary => useSyncExternalStore(handle?.summary.subscribe ?? none, handle?.summary.get ?? empty);
