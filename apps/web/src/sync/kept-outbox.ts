import type { OutboxEntry, OutboxStorage } from '@parvis/client-sdk';
import type { ErrorCode } from '@parvis/contracts';
import type { LocalDatabase } from './database.ts';

/** The outbox in IndexedDB: survives reloads, shared by all tabs of one person. */
export class KeptOutbox implements OutboxStorage {
  private readonly database: LocalDatabase;
  /** Tells the other tabs that something changed. */
  private readonly channel: BroadcastChannel;

  constructor(database: LocalDatabase) {
    this.database = database;
    this.channel = new BroadcastChannel(`${database.name}-outbox`);
  }

  async all(): Promise<OutboxEntry[]> {
    return (await this.database.open()).getAll('outbox');
  }

  async add(entry: Omit<OutboxEntry, 'order'>): Promise<void> {
    // One that is tried again gets a new place: the database gives it.
    const { order: _before, ...row } = entry as OutboxEntry;
    await (await this.database.open()).add('outbox', row as OutboxEntry);
    this.changed();
  }

  async fail(clientId: string, code: ErrorCode): Promise<void> {
    const transaction = (await this.database.open()).transaction('outbox', 'readwrite');
    const row = await transaction.store.index('clientId').get(clientId);
    if (row !== undefined) await transaction.store.put({ ...row, failed: code });
    await transaction.done;
    this.changed();
  }

  async remove(clientId: string): Promise<void> {
    const transaction = (await this.database.open()).transaction('outbox', 'readwrite');
    const order = await transaction.store.index('clientId').getKey(clientId);
    if (order !== undefined) await transaction.store.delete(order);
    await transaction.done;
    this.changed();
  }

  /** Calls back after every change that another tab makes. */
  watch(onChange: () => void, signal: AbortSignal): void {
    this.channel.addEventListener('message', onChange, { signal });
    signal.addEventListener('abort', () => {
      this.channel.close();
    });
  }

  private changed(): void {
    try {
      this.channel.postMessage(null);
    } catch {
      // Closed: this page leaves, and the next one reads all of it.
    }
  }
}
