import type { OutboxEntry, WorkspaceState } from '@parvis/client-sdk';
import type { Draft } from '@parvis/contracts';
import { Dexie, type EntityTable } from 'dexie';

/** A draft as it was written here, until the server has it. Empty: it is removed there. */
export interface DraftRow extends Draft {
  key: string;
  /** The server has it: its `updatedAt`, '' when removed. Kept until its event is here too. */
  savedAt?: string;
}

export type OutboxRow = OutboxEntry;

/** The last state of the workspace, to paint a reload before any answer. */
export interface CacheRow {
  key: 'workspace';
  /** Version of the shape that was written: another one is ignored. */
  version: string;
  state: WorkspaceState;
}

/** What one person keeps in this browser. */
export class LocalDatabase extends Dexie {
  declare drafts: EntityTable<DraftRow, 'key'>;
  declare outbox: EntityTable<OutboxRow, 'order'>;
  declare cache: EntityTable<CacheRow, 'key'>;

  constructor(userId: string) {
    super(`parvis-${userId}`);
    this.version(1).stores({ drafts: 'key', outbox: '++order, &clientId', cache: 'key' });
  }
}
