import { draftKey, type StreamClient } from '@parvis/client-sdk';
import type { Draft } from '@parvis/contracts';
import type { LocalDatabase } from './database.ts';
import type { DraftRow } from './draft-row.ts';
import { DraftUpload } from './draft-upload.ts';
import { forgetLastWords, keepLastWords, lastWords } from './last-words.ts';
import { Listeners } from './listeners.ts';

/** Where something is written: a conversation, or one of its threads. */
export interface DraftPlace {
  channelId: string;
  threadId: string | null;
}

/** What stands in a composer. */
export type DraftContent = Pick<Draft, 'text' | 'attachments' | 'quotedMessageId'>;

const WRITE_AFTER = 300;
/** After a key stroke, its words are on their way here: what comes from elsewhere waits for them, in milliseconds. */
const TYPING = 2_000;
const EMPTY: DraftContent = { text: '', attachments: [], quotedMessageId: null };

export const isEmptyDraft = ({ text, attachments, quotedMessageId }: DraftContent): boolean => text === '' && attachments.length === 0 && quotedMessageId === null;

export const isSameDraft = (a: DraftContent, b: DraftContent): boolean =>
  a.text === b.text && a.quotedMessageId === b.quotedMessageId && a.attachments.length === b.attachments.length && a.attachments.every(({ id }, index) => id === b.attachments[index]!.id);

/**
 * What I began to write: what the server knows, under what was written here and isn't yet there. The
 * latter is in memory at once, in IndexedDB soon after, and sent at each pause.
 */
export class Drafts {
  readonly listeners = new Listeners();
  private readonly database: LocalDatabase;
  private client: StreamClient | null = null;
  private upload: DraftUpload | null = null;
  private local: ReadonlyMap<string, DraftRow> = new Map();
  private readonly unwritten = new Set<string>();
  /** What IndexedDB is being given: it has it only once that is done. */
  private readonly writing = new Set<readonly string[]>();
  /** How many `flushBeforeGoing` run: what is written meanwhile may be the last of this page. */
  private going = 0;
  private readonly typedAt = new Map<string, number>();
  private readonly revisions = new Map<string, number>();
  private shown: ReadonlyMap<string, Draft> = new Map();
  private channelIds: ReadonlySet<string> = new Set();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(database: LocalDatabase) {
    this.database = database;
  }

  /** Reads what an earlier page left unsent. */
  async load(): Promise<void> {
    const rows = await (await this.database.open()).getAll('drafts');
    const local = new Map(rows.map((row) => [row.key, withPlace(row)]));
    for (const row of lastWords(this.database.name)) {
      const kept = local.get(row.key);
      if (kept !== undefined && kept.updatedAt >= row.updatedAt) continue;
      local.set(row.key, row);
      this.unwritten.add(row.key);
    }
    this.local = local;
    this.refresh();
    if (this.unwritten.size > 0) await this.flush();
    forgetLastWords(this.database.name);
  }

  /** From now on, what is written here goes to the server, and what is written elsewhere comes. */
  connect(client: StreamClient): () => void {
    this.client = client;
    this.upload = new DraftUpload(client, {
      unsent: () => [...this.local.values()].filter((row) => row.savedAt === undefined),
      onSaved: (row, draft) => {
        this.acknowledged(row, draft);
      },
      onRefused: (row, corrected) => {
        if (this.local.get(row.key) === row) this.put(row.key, corrected);
      },
    });
    this.refresh();
    for (const row of this.local.values()) this.upload.later(row.key);
    const stop = client.subscribe(() => {
      this.refresh();
    });
    return () => {
      stop();
      this.upload?.stop();
    };
  }

  get(place: DraftPlace): DraftContent {
    return this.shown.get(keyOf(place)) ?? EMPTY;
  }

  /** Drafts with something in them, by key; the same map until one changes. */
  get all(): ReadonlyMap<string, Draft> {
    return this.shown;
  }

  /** Conversations in which something is begun, not in a thread; the same set until that changes. */
  get conversations(): ReadonlySet<string> {
    return this.channelIds;
  }

  /** Changes when something else is to be shown than what was written in this composer. */
  revision(place: DraftPlace): number {
    return this.revisions.get(keyOf(place)) ?? 0;
  }

  set(place: DraftPlace, change: Partial<DraftContent>): void {
    const before = this.get(place);
    const { text, attachments, quotedMessageId } = { ...before, ...change };
    if (isSameDraft(before, { text, attachments, quotedMessageId })) return;
    const key = keyOf(place);
    const { channelId, threadId } = place;
    this.put(key, { key, channelId, threadId, text, attachments: [...attachments], quotedMessageId, updatedAt: new Date().toISOString() });
    if (isEmptyDraft({ text, attachments, quotedMessageId })) this.upload?.now(key);
    else this.upload?.later(key);
  }

  /** Something is being typed there: it is not replaced by what comes from elsewhere. */
  touch(place: DraftPlace): void {
    this.typedAt.set(keyOf(place), Date.now());
  }

  /** The composer is left: nothing more will be written for now. */
  leave(place: DraftPlace): void {
    this.upload?.now(keyOf(place));
  }

  /** At once: the page may be gone before `flush` is done. */
  keepLastWords(): void {
    const keys = new Set([...this.unwritten, ...[...this.writing].flat()]);
    keepLastWords(this.database.name, [...keys].flatMap((key) => this.local.get(key) ?? []));
  }

  /** Browsers don't tell composers first: what they hand over during it is kept as well. */
  async flushBeforeGoing(): Promise<void> {
    this.going += 1;
    try {
      this.keepLastWords();
      await this.flush();
    } finally {
      this.going -= 1;
    }
    if (this.going === 0 && this.unwritten.size === 0 && this.writing.size === 0) forgetLastWords(this.database.name);
  }

  /** Writes what is not yet written. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.upload?.allNow();
    const keys = [...this.unwritten];
    this.unwritten.clear();
    this.writing.add(keys);
    try {
      const rows = keys.flatMap((key) => this.local.get(key) ?? []);
      const { store, done } = (await this.database.open()).transaction('drafts', 'readwrite');
      const gone = keys.filter((key) => !this.local.has(key));
      await Promise.all([...rows.map((row) => store.put(row)), ...gone.map((key) => store.delete(key)), done]);
    } finally {
      this.writing.delete(keys);
    }
  }

  private put(key: string, row: DraftRow | null): void {
    const local = new Map(this.local);
    if (row === null) local.delete(key);
    else local.set(key, row);
    this.local = local;
    this.unwritten.add(key);
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), WRITE_AFTER);
    this.refresh();
    if (this.going > 0) void this.flushBeforeGoing().catch(() => undefined);
  }

  /** It is shown from here until its event, which comes in order among others of that place, is there too. */
  private acknowledged(row: DraftRow, draft: Draft | null): void {
    if (this.local.get(row.key) !== row) return;
    this.put(row.key, { ...row, savedAt: draft?.updatedAt ?? '' });
  }

  /** Puts together what is shown. */
  private refresh(): void {
    const state = this.client?.state;
    const remote = state?.drafts ?? {};
    const shown = new Map(Object.entries(remote));
    for (const row of this.local.values()) {
      const known = remote[row.key];
      const arrived = row.savedAt !== undefined && (row.savedAt === '' ? known === undefined : known !== undefined && known.updatedAt >= row.savedAt);
      const left = state != null && this.client?.status === 'online' && state.channels[row.channelId] === undefined;
      if (arrived || left) this.forget(row.key);
      else if (isEmptyDraft(row)) shown.delete(row.key);
      else shown.set(row.key, this.asDraft(row));
    }
    if (shown.size === this.shown.size && [...shown].every(([key, draft]) => this.shown.get(key) === draft)) return;
    const before = this.shown;
    this.shown = shown;
    for (const key of new Set([...before.keys(), ...shown.keys()])) {
      const changed = !isSameDraft(before.get(key) ?? EMPTY, shown.get(key) ?? EMPTY);
      if (changed && !this.local.has(key) && !this.isTyping(key)) this.revisions.set(key, (this.revisions.get(key) ?? 0) + 1);
    }
    const channelIds = new Set([...shown.values()].filter(({ threadId }) => threadId === null).map(({ channelId }) => channelId));
    if (channelIds.size !== this.channelIds.size || [...channelIds].some((id) => !this.channelIds.has(id))) this.channelIds = channelIds;
    this.listeners.tell();
  }

  private forget(key: string): void {
    const local = new Map(this.local);
    local.delete(key);
    this.local = local;
    this.unwritten.add(key);
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), WRITE_AFTER);
  }

  private isTyping(key: string): boolean {
    return Date.now() - (this.typedAt.get(key) ?? Number.NEGATIVE_INFINITY) < TYPING;
  }

  private readonly drawn = new WeakMap<DraftRow, Draft>();
  /** The same object for the same row. */
  private asDraft(row: DraftRow): Draft {
    const { key: _key, savedAt: _savedAt, ...draft } = row;
    const known = this.drawn.get(row);
    if (known !== undefined) return known;
    this.drawn.set(row, draft);
    return draft;
  }
}

const keyOf = ({ channelId, threadId }: DraftPlace): string => draftKey(channelId, threadId);

/** Rows of earlier versions have only a conversation and a text. */
const withPlace = (row: DraftRow): DraftRow => ({
  ...row, channelId: row.channelId ?? row.key, threadId: row.threadId ?? null, attachments: row.attachments ?? [],
  quotedMessageId: row.quotedMessageId ?? null, updatedAt: row.updatedAt ?? new Date(0).toISOString(),
});
