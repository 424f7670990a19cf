import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { mergeUpdates } from 'yjs';
import { documentStoreName } from './store-name.ts';

/** A document that is kept on this device. */
interface DocumentRow {
  id: string;
  /** Seq up to which the server's updates are here. */
  cursor: number;
}

/** A piece of a document. Those with an `updateId` were written here and are not yet acknowledged. */
interface UpdateRow {
  key: number;
  documentId: string;
  bytes: Uint8Array;
  updateId?: string;
  /** Window that wrote it. */
  by?: string;
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

export interface StoredDocument {
  cursor: number;
  updates: Uint8Array[];
  /** Of windows that are gone, in the order written. */
  unsent: UnsentUpdate[];
}

const VERSION = 1;
/** More pieces than so many are put together when a document is opened. */
const PIECES = 200;

/**
 * Documents kept in this browser. What is written and that it isn't sent yet are one row: neither can
 * be there without the other, which a store of the document beside a list of what to send couldn't promise.
 */
export class DocumentStore {
  private readonly name: string;
  private readonly by: string;
  private opening: Promise<IDBPDatabase<Stores>> | undefined;

  /** `by`: this window. */
  constructor(userId: string, by: string) {
    this.name = documentStoreName(userId);
    this.by = by;
  }

  /** `isAlive`: whether another window still sends what it wrote. */
  async load(documentId: string, isAlive: (by: string) => boolean): Promise<StoredDocument> {
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
    return { cursor: known?.cursor ?? 0, updates: rows.map(({ bytes }) => bytes), unsent: unsent.map(({ key, updateId, bytes }) => ({ key, updateId, bytes })) };
  }

  /** What was written here, before it is sent. */
  async addUnsent(documentId: string, updateId: string, bytes: Uint8Array): Promise<number> {
    const database = await this.open();
    return database.add('updates', { documentId, bytes, updateId, by: this.by } as UpdateRow);
  }

  /** Several become one, which is sent in their stead. */
  async replaceUnsent(documentId: string, keys: readonly number[], updateId: string, bytes: Uint8Array): Promise<number> {
    const database = await this.open();
    const transaction = database.transaction('updates', 'readwrite');
    await Promise.all(keys.map((key) => transaction.store.delete(key)));
    const key = await transaction.store.add({ documentId, bytes, updateId, by: this.by } as UpdateRow);
    await transaction.done;
    return key;
  }

  /** The server has it. */
  async acknowledge(update: UnsentUpdate, documentId: string): Promise<void> {
    const database = await this.open();
    await database.put('updates', { key: update.key, documentId, bytes: update.bytes });
  }

  /** What came from the server, up to a seq. */
  async addReceived(documentId: string, updates: readonly Uint8Array[], cursor: number): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction(['documents', 'updates'], 'readwrite');
    const documents = transaction.objectStore('documents');
    const known = await documents.get(documentId);
    // Another window may have it already.
    if ((known?.cursor ?? -1) < cursor) {
      if (updates.length > 0) await transaction.objectStore('updates').add({ documentId, bytes: updates.length === 1 ? updates[0]! : mergeUpdates([...updates]) } as UpdateRow);
      await documents.put({ id: documentId, cursor });
    }
    await transaction.done;
  }

  /** Documents in which something waits to be sent that no window sends. */
  async unsentDocuments(isAlive: (by: string) => boolean): Promise<string[]> {
    const database = await this.open();
    const rows = await database.getAll('updates');
    return [...new Set(rows.filter(({ updateId, by }) => updateId !== undefined && (by === undefined || !isAlive(by))).map(({ documentId }) => documentId))];
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

  close(): void {
    void this.opening?.then((database) => {
      database.close();
    }, () => undefined);
    this.opening = undefined;
  }

  private open(): Promise<IDBPDatabase<Stores>> {
    this.opening ??= openDB<Stores>(this.name, VERSION, {
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
    }).catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }
}
