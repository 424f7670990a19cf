import type { OutboxEntry, WorkspaceState } from '@parvis/client-sdk';
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { forgetLastSteps } from './documents/forget-last-steps.ts';
import { documentStoreName } from './documents/store-name.ts';
import type { DraftRow } from './draft-row.ts';
import { forgetLastWords } from './last-words.ts';

export type OutboxRow = OutboxEntry;

/** The last state of the workspace, to paint a reload before any answer. */
export interface CacheRow {
  key: 'workspace';
  /** Version of the shape that was written: another one is ignored. */
  version: string;
  state: WorkspaceState;
}

/** Raise it when a store changes; what an older one kept is then gone, but for what the server has. */
const VERSION = 11;

interface Stores extends DBSchema {
  drafts: { key: string; value: DraftRow };
  outbox: { key: number; value: OutboxRow; indexes: { clientId: string } };
  cache: { key: string; value: CacheRow };
}
export type LocalStores = IDBPDatabase<Stores>;

/** What one person keeps in this browser. Opened by its first use; one that failed is tried again by the next. */
export class LocalDatabase {
  readonly name: string;
  private opening: Promise<LocalStores> | undefined;

  private readonly userId: string;

  constructor(userId: string) {
    this.userId = userId;
    this.name = `parvis-${userId}`;
  }

  open(): Promise<LocalStores> {
    this.opening ??= this.connect().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  close(): void {
    void this.opening?.then((stores) => {
      stores.close();
    }, () => undefined);
    this.opening = undefined;
  }

  async delete(): Promise<void> {
    this.close();
    forgetLastWords(this.name);
    forgetLastSteps(this.userId);
    await deleteDB(this.name);
    await deleteDB(documentStoreName(this.userId));
  }

  // Some browsers throw at once where nothing may be kept, others reject: it is one to whoever asks.
  private async connect(): Promise<LocalStores> {
    return openDB<Stores>(this.name, VERSION, {
      upgrade: (stores) => {
        for (const store of stores.objectStoreNames) stores.deleteObjectStore(store);
        stores.createObjectStore('drafts', { keyPath: 'key' });
        stores.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true }).createIndex('clientId', 'clientId', { unique: true });
        stores.createObjectStore('cache', { keyPath: 'key' });
      },
      // Another tab removes everything: signing out must not wait for this one.
      blocking: () => {
        this.close();
      },
      terminated: () => {
        this.opening = undefined;
      },
    });
  }
}
