import type { DocumentRole, ErrorCode } from '@parvis/contracts';

export interface DocumentSessionState {
  /** There is something to show: from this device, or from the server. */
  ready: boolean;
  /** What the server said last; null: not yet, or there is no connection since the page was opened. */
  role: DocumentRole | null;
  /** Something was written here that the server has yet to acknowledge. */
  unsent: boolean;
  /** saved: the server has all of it. saving: on its way. offline: kept on this device. unkept: only in this page. */
  saved: 'saved' | 'saving' | 'offline' | 'unkept';
  /** Why nothing more is written: it is refused, the right to see it is gone, or it holds what this client does not know. */
  stopped: ErrorCode | 'closed' | 'outdated' | null;
  /** It could not be opened: it isn't there, or not for me. */
  missing: boolean;
}

/** Refusals that end when the right is given back, or the document comes out of the trash. */
export const PASSING: ReadonlySet<DocumentSessionState['stopped']> = new Set<DocumentSessionState['stopped']>(['closed', 'not_found', 'forbidden', 'document_trashed', 'channel_archived']);
