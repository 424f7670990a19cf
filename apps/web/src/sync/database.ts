import type { WorkspaceState } from '@parvis/client-sdk';
import type { ErrorCode } from '@parvis/contracts';
import { Dexie, type EntityTable } from 'dexie';

export interface DraftRow {
  key: string;
  text: string;
}

export interface OutboxRow {
  order: number;
  clientId: string;
  channelId: string;
  text: string;
  createdAt: string;
  failed: ErrorCode | null;
}

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
