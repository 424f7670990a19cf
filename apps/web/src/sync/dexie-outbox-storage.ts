import type { OutboxEntry, OutboxStorage } from '@parvis/client-sdk';
import type { ErrorCode } from '@parvis/contracts';
import { liveQuery, type Subscription } from 'dexie';
import type { LocalDatabase } from './database.ts';

/** The outbox in IndexedDB: survives reloads, shared by all tabs of one person. */
export class DexieOutboxStorage implements OutboxStorage {
  private readonly database: LocalDatabase;

  constructor(database: LocalDatabase) {
    this.database = database;
  }

  all(): Promise<OutboxEntry[]> {
    return this.database.outbox.orderBy('order').toArray();
  }

  async add(entry: Omit<OutboxEntry, 'order'>): Promise<void> {
    // One that is tried again gets a new place: IndexedDB gives it.
    const { order: _before, ...row } = entry as OutboxEntry;
    await this.database.outbox.add(row);
  }

  async fail(clientId: string, code: ErrorCode): Promise<void> {
    await this.database.outbox.where({ clientId }).modify({ failed: code });
  }

  async remove(clientId: string): Promise<void> {
    await this.database.outbox.where({ clientId }).delete();
  }

  /** Calls back after every change, in this tab or another. */
  watch(onChange: () => void): Subscription {
    return liveQuery(() => this.database.outbox.toArray()).subscribe(onChange);
  }
}
