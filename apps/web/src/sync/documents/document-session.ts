import { ApiProblem, type StreamClient } from '@parvis/client-sdk';
import { DOCUMENT_SCHEMA_VERSION, type DocumentUpdate } from '@parvis/contracts';
import { fromBase64, toBase64 } from 'lib0/buffer';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Listeners } from '../listeners.ts';
import { Absence } from './absence.ts';
import { applyUpdates } from './apply-updates.ts';
import { type DocumentSessionState, PASSING } from './document-session-state.ts';
import type { DocumentStore } from './document-store.ts';
import { HeldBack } from './held-back.ts';
import { livingWindows } from './living-windows.ts';
import { PushQueue } from './push-queue.ts';
import { readState } from './read-state.ts';

/** Origins of changes that were not made here. */
export const FROM_STORE = 'store';
export const FROM_SERVER = 'server';

/** Milliseconds between two signs of where I am. */
const AWARENESS_EVERY = 100;
/** After somebody opened it: not all tell at the same moment. */
const TELL_WITHIN = 300;
/** Milliseconds until a look at what is missing is tried again. */
const AGAIN = 2_000;

/**
 * One open document: a Yjs document that is kept on this device, holds what the server's log holds,
 * and sends what is written here. It writes nothing by being opened.
 */
export class DocumentSession {
  readonly documentId: string;
  /** What is shown. Another one once it is known to hold what this client does not know: what is done to that is neither kept nor sent. */
  doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly listeners = new Listeners();
  /** Somebody changed something besides the content. */
  readonly changes = new Listeners();
  /** What comes from others, while a word is composed. */
  readonly heldBack = new HeldBack();
  state: DocumentSessionState = { ready: false, role: null, unsent: false, saved: 'saving', stopped: null, missing: false };
  private readonly client: StreamClient;
  private readonly store: DocumentStore;
  private readonly queue: PushQueue;
  private readonly leaving = new AbortController();
  private cursor = 0;
  /** Of the newest client that wrote in it, as far as it is known. */
  private schemaVersion = 0;
  private loaded: Promise<void> | undefined;
  /** Updates that came while those before them are fetched. */
  private early: DocumentUpdate[] = [];
  private fetching = false;
  private awarenessTimer: ReturnType<typeof setTimeout> | undefined;
  private againTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly absence = new Absence(() => {
    this.refresh();
  });

  constructor(client: StreamClient, store: DocumentStore, documentId: string) {
    this.client = client;
    this.store = store;
    this.documentId = documentId;
    this.queue = new PushQueue({
      client, store, documentId, schemaVersion: DOCUMENT_SCHEMA_VERSION,
      onChange: () => {
        this.refresh();
      },
      onRefused: (code) => {
        this.stopWriting(code);
      },
    });
  }

  start(): void {
    const { signal } = this.leaving;
    const { door } = this.client;
    const stops = [
      door.on('document_updates', ({ documentId, updates, schemaVersion }) => { if (documentId === this.documentId) this.receive(updates, schemaVersion); }),
      door.on('document_awareness', ({ documentId, update }) => { if (documentId === this.documentId) this.heldBack.run(() => { applyAwarenessUpdate(this.awareness, fromBase64(update), FROM_SERVER); }); }),
      door.on('document_joined', ({ documentId }) => { if (documentId === this.documentId) this.tellAwareness(Math.random() * TELL_WITHIN); }),
      door.on('document_changed', ({ documentId }) => { if (documentId === this.documentId) void this.look(); }),
      door.on('document_closed', ({ documentId }) => { if (documentId === this.documentId) void this.closed(); }),
      door.onHello(() => {
        this.absence.end();
        void this.open();
      }),
      door.onLost(() => {
        removeAwarenessStates(this.awareness, [...this.awareness.getStates().keys()].filter((id) => id !== this.awareness.clientID), FROM_SERVER);
        this.absence.begin();
      }),
    ];
    signal.addEventListener('abort', () => { for (const stop of stops) stop(); });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === FROM_STORE || origin === FROM_SERVER) return;
      this.queue.add(update);
    });
    this.awareness.on('update', (_: unknown, origin: unknown) => {
      if (origin !== FROM_SERVER) this.tellAwareness(AWARENESS_EVERY);
    });
    this.loaded = this.load();
    if (door.isOpen) void this.open();
    else this.absence.begin();
  }

  /** What waits is sent on by the queue of what is left. */
  async stop(): Promise<void> {
    await this.queue.flush();
    this.leaving.abort();
    this.queue.stop();
    clearTimeout(this.awarenessTimer);
    clearTimeout(this.againTimer);
    this.absence.end();
    this.heldBack.stop();
    if (this.client.door.isOpen) void this.client.door.ask('document_close', { documentId: this.documentId }).catch(() => undefined);
    this.awareness.destroy();
    this.doc.destroy();
  }

  get hasUnsent(): boolean {
    return !this.queue.isEmpty;
  }

  /** Something would be lost with this page. */
  get wouldLose(): boolean {
    return this.hasUnsent && !this.queue.keeps;
  }

  private async load(): Promise<void> {
    try {
      const { cursor, updates, unsent, schemaVersion } = await this.store.load(this.documentId, await livingWindows());
      this.learnVersion(schemaVersion);
      this.apply(updates, FROM_STORE);
      this.cursor = Math.max(this.cursor, cursor ?? 0);
      this.queue.restore(unsent);
      if (updates.length > 0 || cursor !== null) this.set({ ready: true });
    } catch {
      this.queue.keeps = false;
    }
    this.refresh();
  }

  /** A window that is gone may have left something since this document was opened here. */
  async takeOver(): Promise<void> {
    await this.loaded;
    const stored = await this.store.load(this.documentId, await livingWindows()).catch(() => null);
    if (stored === null || this.leaving.signal.aborted) return;
    this.learnVersion(stored.schemaVersion);
    this.apply(stored.updates, FROM_STORE);
    this.queue.restore(stored.unsent);
    await this.queue.flush();
  }

  /** On each connection anew: the server knows nothing of the one before. */
  private async open(): Promise<void> {
    await this.loaded;
    const { door } = this.client;
    if (this.leaving.signal.aborted || !door.isOpen) return;
    this.refresh();
    try {
      const { role, head, schemaVersion } = await door.ask('document_open', { documentId: this.documentId, clientId: this.awareness.clientID, schemaVersion: DOCUMENT_SCHEMA_VERSION });
      this.learnVersion(schemaVersion);
      this.set({ role, missing: false });
      if (PASSING.has(this.state.stopped) && (role === 'editor' || role === 'manager' || !this.hasUnsent)) this.writeAgain();
      if (head > this.cursor || !this.state.ready) await this.fetch();
      if (this.awareness.getLocalState() !== null) this.tellAwareness(0);
      void this.queue.flush();
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'not_found') await this.gone();
      else if (error instanceof ApiProblem && error.code === 'client_id_taken') this.set({ missing: false, role: null });
      else if (door.isOpen) this.later();
    }
    this.refresh();
  }

  /** Takes what follows on what is here; what came too early waits for what is missing. */
  private receive(updates: readonly DocumentUpdate[], schemaVersion = 0): void {
    this.learnVersion(schemaVersion);
    const from = this.cursor;
    this.early.push(...updates.filter(({ seq }) => seq > this.cursor));
    this.early.sort((a, b) => a.seq - b.seq);
    const ready: Uint8Array[] = [];
    while (this.early.length > 0 && this.early[0]!.seq <= this.cursor + 1) {
      const next = this.early.shift()!;
      if (next.seq !== this.cursor + 1) continue;
      ready.push(fromBase64(next.update));
      this.cursor = next.seq;
    }
    if (ready.length > 0) {
      this.apply(ready, FROM_SERVER);
      this.keep(from, ready);
      if (!this.state.ready) this.set({ ready: true });
    }
    if (this.early.length > 0) void this.fetch();
  }

  private async fetch(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    try {
      const from = this.cursor;
      const { head, updates } = await readState(this.client.api, this.documentId, from);
      if (this.leaving.signal.aborted) return;
      if (head > this.cursor) {
        this.apply(updates, FROM_SERVER);
        this.cursor = head;
      }
      this.keep(from, updates, head);
      this.set({ ready: true });
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'not_found') await this.gone();
      else this.later();
      return;
    } finally {
      this.fetching = false;
    }
    this.receive([]);
  }

  /** Something about it changed, perhaps what I may. */
  private async look(): Promise<void> {
    this.changes.tell();
    await this.open();
  }

  /** It isn't there, or not for me any more: what is shown of it was taken away while nobody could tell. */
  private async gone(): Promise<void> {
    this.set({ missing: true, role: null });
    if (this.state.ready && this.state.stopped !== 'closed') await this.closed();
  }

  private async closed(): Promise<void> {
    this.stopWriting('closed');
    this.changes.tell();
    await this.store.forget(this.documentId).catch(() => undefined);
  }

  private keep(from: number, updates: readonly Uint8Array[], to = this.cursor): void {
    void this.store.addReceived(this.documentId, { from, to, updates, schemaVersion: this.schemaVersion }).catch(() => undefined);
  }

  /**
   * Before anything of it is applied: an editor deletes what it does not know from the document that it
   * is bound to. So it is shown in one that nothing is sent from.
   */
  private learnVersion(schemaVersion: number): void {
    this.schemaVersion = Math.max(this.schemaVersion, schemaVersion);
    if (this.schemaVersion <= DOCUMENT_SCHEMA_VERSION || this.state.stopped === 'outdated') return;
    const written = this.doc;
    this.doc = new Y.Doc();
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(written), FROM_STORE);
    written.destroy();
    this.stopWriting('outdated');
  }

  private apply(updates: readonly Uint8Array[], origin: string): void {
    this.heldBack.run(() => { applyUpdates(this.doc, updates, origin); });
  }

  private stopWriting(stopped: NonNullable<DocumentSessionState['stopped']>): void {
    this.queue.stop();
    this.awareness.setLocalState(null);
    this.set({ stopped });
  }

  private writeAgain(): void {
    this.set({ stopped: null });
    this.awareness.setLocalState({});
    this.queue.resume();
  }

  private tellAwareness(within: number): void {
    this.awarenessTimer ??= setTimeout(() => {
      this.awarenessTimer = undefined;
      const { door } = this.client;
      if (!door.isOpen || this.state.role === null || this.leaving.signal.aborted) return;
      const update = toBase64(encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]));
      void door.ask('document_awareness', { documentId: this.documentId, update }).catch(() => undefined);
    }, within);
  }

  /** Looks again at what is missing. */
  private later(): void {
    clearTimeout(this.againTimer);
    this.againTimer = setTimeout(() => void this.open(), AGAIN);
  }

  private refresh(): void {
    const kept = this.queue.keeps ? 'offline' : 'unkept';
    const sent = this.hasUnsent ? 'saving' : 'saved';
    this.set({ saved: this.absence.isLong ? kept : sent, unsent: this.hasUnsent });
  }

  private set(change: Partial<DocumentSessionState>): void {
    const next = { ...this.state, ...change };
    if ((Object.keys(change) as (keyof DocumentSessionState)[]).every((key) => this.state[key] === next[key])) return;
    this.state = next;
    this.listeners.tell();
  }
}
