import type { LocalDatabase } from './database.ts';
import { Listeners } from './listeners.ts';

const WRITE_AFTER = 300;

/** Unsent texts per conversation: in memory at once, in IndexedDB soon after. */
export class Drafts {
  readonly listeners = new Listeners();
  private readonly database: LocalDatabase;
  private texts: ReadonlyMap<string, string> = new Map();
  private currentKeys: ReadonlySet<string> = new Set();
  private readonly unwritten = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(database: LocalDatabase) {
    this.database = database;
  }

  async load(): Promise<void> {
    const rows = await this.database.drafts.toArray();
    this.texts = new Map(rows.map(({ key, text }) => [key, text]));
    this.currentKeys = new Set(this.texts.keys());
  }

  get(key: string): string {
    return this.texts.get(key) ?? '';
  }

  /** Conversations with a draft; the same set until that changes. */
  get keys(): ReadonlySet<string> {
    return this.currentKeys;
  }

  set(key: string, text: string): void {
    if (this.get(key) === text) return;
    const texts = new Map(this.texts);
    if (text === '') texts.delete(key);
    else texts.set(key, text);
    if (texts.size !== this.texts.size) this.currentKeys = new Set(texts.keys());
    this.texts = texts;
    this.unwritten.add(key);
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), WRITE_AFTER);
    this.listeners.tell();
  }

  /** Writes what is not yet written: before the page goes. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const keys = [...this.unwritten];
    this.unwritten.clear();
    const rows = keys.filter((key) => this.texts.has(key)).map((key) => ({ key, text: this.get(key) }));
    await Promise.all([this.database.drafts.bulkPut(rows), this.database.drafts.bulkDelete(keys.filter((key) => !this.texts.has(key)))]);
  }
}
