import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { mergeUpdates } from 'yjs';
import { LastSteps, stepsLeft } from './last-steps.ts';
import { documentStoreName } from './store-name.ts';

/** A document that is kept on this device. */
interface DocumentRow {
  id: string;
  /** Seq up to which the server's updates are here, without gaps. */
  cursor: number;
  /** Of the newest client of which something is here; not there in rows of before it was kept. */
  schemaVersion?: number;
}

/** A piece of a document. Those with an `updateId` were written here and are not yet acknowledged. */
interface UpdateRow {
  key: number;
  documentId: string;
  bytes: Uint8Array;
  updateId?: string;
  /** Window that wrote it, and what that window knew. */
  by?: string;
  schemaVersion?: number;
}

interface Stores extends DBSchema {
  documents: { key: string; value: DocumentRow };
  updates: { key: number; value: UpdateRow; indexes: { documentId: string } };
}

/** Something written here that the server has yet to acknowledge: sent again, it is the same. */
export interface UnsentUpdate {
  key: number;
  updateId: string;
  bytes: Uint8Array;
}

/** Something that was written here just now, by a client of a version. */
export interface NewUpdate {
  updateId: string;
  bytes: Uint8Array;
  schemaVersion: number;
}

export interface StoredDocument {
  /** Null: the server's was never here. */
  cursor: number | null;
  updates: Uint8Array[];
  /** Of the newest client of which something is here; 0: of none. */
  schemaVersion: number;
  /** Of windows that are gone, in the order written. */
  unsent: UnsentUpdate[];
}

const VERSION = 1;
/** What came from the server. */
export interface ReceivedUpdates {
  /** They follow on this seq, or are all of the document when 0. */
  from: number;
  /** Seq of the last. */
  to: number;
  updates: readonly Uint8Array[];
  schemaVersion: number;
}

/** More pieces than so many are put together when a document is opened. */
const PIECES = 200;

/**
 * Documents kept in this browser. What is written and that it isn't sent yet are one row: neither can
 * be there without the other, which a store of the document beside a list of what to send couldn't promise.
 */
export class DocumentStore {
  private readonly userId: string;
  private readonly name: string;
  private readonly by: string;
  private readonly last: LastSteps;
  private opening: Promise<IDBPDatabase<Stores>> | undefined;
  private stopped = false;

  /** `by`: this window. */
  constructor(userId: string, by: string) {
    this.userId = userId;
    this.name = documentStoreName(userId);
    this.by = by;
    this.last = new LastSteps(userId, by);
  }

  /** `isAlive`: whether another window still sends what it wrote. */
  async load(documentId: string, isAlive: (by: string) => boolean): Promise<StoredDocument> {
    await this.takeLast(isAlive);
    const database = await this.open();
    const transaction = database.transaction(['documents', 'updates'], 'readwrite');
    const [known, rows] = await Promise.all([transaction.objectStore('documents').get(documentId), transaction.objectStore('updates').index('documentId').getAll(documentId)]);
    const unsent = rows.filter((row): row is UpdateRow & { updateId: string } => row.updateId !== undefined && (row.by === undefined || row.by === this.by || !isAlive(row.by)));
    const settled = rows.filter(({ updateId }) => updateId === undefined);
    if (settled.length > PIECES) {
      const updates = transaction.objectStore('updates');
      await updates.add({ documentId, bytes: mergeUpdates(settled.map(({ bytes }) => bytes)) } as UpdateRow);
      await Promise.all(settled.map(({ key }) => updates.delete(key)));
    }
    await transaction.done;
    return {
      cursor: known?.cursor ?? null, updates: rows.map(({ bytes }) => bytes), schemaVersion: Math.max(known?.schemaVersion ?? 0, ...rows.map((row) => row.schemaVersion ?? 0)),
      unsent: unsent.map(({ key, updateId, bytes }) => ({ key, updateId, bytes })),
    };
  }

  /** What was written here, before it is sent: it outlives the page from the moment of the call. */
  async addUnsent(documentId: string, update: NewUpdate): Promise<number> {
    this.last.add({ documentId, ...update });
    try {
      const database = await this.open();
      return await database.add('updates', { documentId, ...update, by: this.by } as UpdateRow);
    } finally {
      this.last.settle(update.updateId);
    }
  }

  /** Several become one, which is sent in their stead. */
  async replaceUnsent(documentId: string, keys: readonly number[], { updateId, bytes, schemaVersion }: NewUpdate): Promise<number> {
    const database = await this.open();
    const transaction = database.transaction('updates', 'readwrite');
    await Promise.all(keys.map((key) => transaction.store.delete(key)));
    const key = await transaction.store.add({ documentId, bytes, updateId, schemaVersion, by: this.by } as UpdateRow);
    await transaction.done;
    return key;
  }

  /** The server has it. What was forgotten meanwhile does not come back. */
  async acknowledge(key: number): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction('updates', 'readwrite');
    const row = await transaction.store.get(key);
    if (row !== undefined) {
      const { documentId, bytes, schemaVersion } = row;
      await transaction.store.put({ key, documentId, bytes, ...(schemaVersion !== undefined && { schemaVersion }) });
    }
    await transaction.done;
  }

  /** What came from the server. It isn't kept behind a gap: what is missing would never be asked for again. */
  async addReceived(documentId: string, { from, to, updates, schemaVersion }: ReceivedUpdates): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction(['documents', 'updates'], 'readwrite');
    const documents = transaction.objectStore('documents');
    const known = await documents.get(documentId);
    // Another window may have it already.
    if ((known?.cursor ?? 0) >= from && (known?.cursor ?? -1) < to) {
      if (updates.length > 0) await transaction.objectStore('updates').add({ documentId, bytes: updates.length === 1 ? updates[0]! : mergeUpdates([...updates]) } as UpdateRow);
      await documents.put({ id: documentId, cursor: to, schemaVersion: Math.max(known?.schemaVersion ?? 0, schemaVersion) });
    }
    await transaction.done;
  }

  /** Documents in which something waits to be sent that no other window sends. */
  async unsentDocuments(isAlive: (by: string) => boolean): Promise<string[]> {
    await this.takeLast(isAlive);
    const database = await this.open();
    const rows = await database.getAll('updates');
    return [...new Set(rows.filter(({ updateId, by }) => updateId !== undefined && (by === undefined || by === this.by || !isAlive(by))).map(({ documentId }) => documentId))];
  }

  /** The right to it is gone, or it is: nothing of it stays but what was never sent. */
  async forget(documentId: string): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction(['documents', 'updates'], 'readwrite');
    const updates = transaction.objectStore('updates');
    const rows = await updates.index('documentId').getAll(documentId);
    await Promise.all([transaction.objectStore('documents').delete(documentId), ...rows.filter(({ updateId }) => updateId === undefined).map(({ key }) => updates.delete(key))]);
    await transaction.done;
  }

  /** For good: nothing is written any more, so that signing out leaves nothing behind. */
  stop(): void {
    this.stopped = true;
    this.close();
  }

  /** What pages that are gone wrote last, unless IndexedDB had it after all. */
  private async takeLast(isAlive: (by: string) => boolean): Promise<void> {
    const { steps, forget } = stepsLeft(this.userId, (by) => by === this.by || isAlive(by));
    if (steps.length > 0) {
      const database = await this.open();
      const transaction = database.transaction('updates', 'readwrite');
      const known = new Set((await transaction.store.getAll()).map(({ updateId }) => updateId));
      for (const step of steps) if (!known.has(step.updateId)) await transaction.store.add({ ...step, by: this.by } as UpdateRow);
      await transaction.done;
    }
    forget();
  }

  private close(): void {
    void this.opening?.then((database) => {
      database.close();
    }, () => undefined);
    this.opening = undefined;
  }

  private open(): Promise<IDBPDatabase<Stores>> {
    if (this.stopped) return Promise.reject(new Error('the store was stopped'));
    this.opening ??= this.connect().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  // Some browsers throw at once where nothing may be kept, others reject: it is one to whoever asks.
  private async connect(): Promise<IDBPDatabase<Stores>> {
    return openDB<Stores>(this.name, VERSION, {
      upgrade: (database) => {
        database.createObjectStore('documents', { keyPath: 'id' });
        database.createObjectStore('updates', { keyPath: 'key', autoIncrement: true }).createIndex('documentId', 'documentId');
      },
      blocking: () => {
        this.close();
      },
      terminated: () => {
        this.opening = undefined;
      },
    });
  }
}
