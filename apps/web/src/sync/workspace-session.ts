import { applyAnswer, connectSocket, dropWindow, MemoryOutboxStorage, Outbox, type OutboxStorage, StreamClient } from '@parvis/client-sdk';
import { api } from './api.ts';
import { Attention } from './attention.ts';
import { Conversation } from './conversation.ts';
import { LocalDatabase } from './database.ts';
import { Drafts } from './drafts.ts';
import { forgetFlags } from './documents/unsent-flag.ts';
import { holdLock } from './hold-lock.ts';
import { KeptOutbox } from './kept-outbox.ts';
import { Listeners } from './listeners.ts';
import { People } from './people.ts';
import { PresenceWatch } from './presence-watch.ts';
import { Presses } from './presses.ts';
import { rememberUser } from './remembered-user.ts';
import { SidebarWriter } from './sidebar-writer.ts';
import { Uploads } from './uploads.ts';
import { forgetVisits, recordVisit } from './visits.ts';
import { WorkspaceCache } from './workspace-cache.ts';

/** Windows kept of conversations that aren't open. */
const WINDOWS_KEPT = 12;
/** Sends that wait for an answer are tried again after this, in milliseconds. */
const SEND_TIMEOUT = 15_000;

/** All that lives while one person is signed in on this page. */
export class WorkspaceSession {
  readonly userId: string;
  readonly client: StreamClient;
  readonly outbox: Outbox;
  readonly outboxListeners = new Listeners();
  readonly drafts: Drafts;
  readonly people: People;
  readonly presence: PresenceWatch;
  readonly uploads: Uploads;
  readonly sidebar: SidebarWriter;
  readonly presses: Presses;
  readonly attention = new Attention();
  private readonly database: LocalDatabase;
  private readonly cache: WorkspaceCache;
  private readonly conversations = new Map<string, Conversation>();
  private foreseen: string | null = null;
  private recent: readonly string[] = [];
  private readonly stopper = new AbortController();

  private constructor(userId: string, database: LocalDatabase, cache: WorkspaceCache, client: StreamClient, drafts: Drafts, storage: OutboxStorage) {
    this.userId = userId;
    this.database = database;
    this.cache = cache;
    this.client = client;
    this.drafts = drafts;
    this.people = new People(client);
    this.presence = new PresenceWatch(client);
    this.uploads = new Uploads(client.api);
    this.sidebar = new SidebarWriter(client);
    this.presses = new Presses(client);
    this.outbox = new Outbox({
      storage,
      send: ({ channelId, clientId, text, extras }) =>
        client.api.call('sendMessage', { params: { channelId }, body: { ...extras, clientId, text } }, { signal: AbortSignal.timeout(SEND_TIMEOUT) }),
      onAcknowledged: (message) => {
        client.update((state) => applyAnswer(state, message));
      },
      onChange: () => {
        this.outboxListeners.tell();
        this.refreshConversations();
      },
    });
    this.bind(storage);
  }

  static async open(userId: string): Promise<WorkspaceSession> {
    rememberUser(userId);
    const database = new LocalDatabase(userId);
    const cache = new WorkspaceCache(database);
    const drafts = new Drafts(database);
    // A browser that lets us keep nothing still chats: only a reload forgets.
    const keeps = await database.open().then(() => true, () => false);
    const [cached] = await Promise.all([cache.read().catch(() => null), drafts.load().catch(() => undefined)]);
    const client = new StreamClient({ api, socket: connectSocket({ baseUrl: '' }), cached });
    const storage = keeps ? new KeptOutbox(database) : new MemoryOutboxStorage();
    return new WorkspaceSession(userId, database, cache, client, drafts, storage);
  }

  /** Aborted when the page is no longer this person's. */
  get stopping(): AbortSignal {
    return this.stopper.signal;
  }

  /** `threadId`: of one of its threads. */
  conversation(channelId: string, threadId: string | null = null): Conversation {
    const key = threadId ?? channelId;
    const existing = this.conversations.get(key);
    if (existing !== undefined) return existing;
    const conversation = new Conversation(this.client, this.outbox, channelId, threadId);
    this.conversations.set(key, conversation);
    return conversation;
  }

  /** A conversation or thread was opened: it comes first among those kept. */
  visited(channelId: string, threadId: string | null = null): void {
    const key = threadId ?? channelId;
    if (threadId === null && this.recent[0] !== channelId) recordVisit(this.userId, channelId);
    this.recent = [key, ...this.recent.filter((id) => id !== key)];
    const surplus = this.recent.slice(WINDOWS_KEPT).filter((id) => this.conversations.get(id)?.isOpen !== true);
    this.recent = this.recent.filter((id) => !surplus.includes(id));
    if (surplus.length > 0) this.client.update((state) => surplus.reduce(dropWindow, state));
  }

  /** A conversation may be opened next. One at a time is kept that then was not. */
  foresee(channelId: string): void {
    const before = this.foreseen;
    this.foreseen = channelId;
    if (before !== null && before !== channelId && !this.recent.includes(before)) this.client.update((state) => dropWindow(state, before));
    void this.conversation(channelId).preload();
  }

  stop(): void {
    this.stopper.abort();
    this.outbox.stop();
    this.client.stop();
    this.people.stop();
    this.presence.stop();
    this.uploads.stop();
    this.sidebar.stop();
    this.attention.stop();
    void this.flush().finally(() => {
      this.database.close();
    });
  }

  /** Removes everything of this person from the device. */
  async forget(): Promise<void> {
    rememberUser(null);
    forgetVisits(this.userId);
    this.cache.stop();
    this.stopper.abort();
    this.outbox.stop();
    this.client.stop();
    this.attention.stop();
    forgetFlags(this.userId, () => true);
    await this.database.delete();
  }

  private bind(storage: OutboxStorage): void {
    const signal = this.stopping;
    const { client, outbox, attention } = this;
    client.onEvent((event) => {
      if (event.type === 'message.created' && event.payload.message.authorId === this.userId) outbox.observe(event.payload.message);
    });
    let status = client.status;
    client.subscribe(() => {
      if (client.status === 'online' && status !== 'online') {
        outbox.wake();
        void this.people.refresh();
      }
      status = client.status;
      this.refreshConversations();
      if (client.confirmed !== null) this.cache.keep(client.confirmed, this.recent);
    });
    attention.listeners.subscribe(() => {
      client.setActive(!attention.isAway);
    });
    if (storage instanceof KeptOutbox) storage.watch(() => void outbox.load(), signal);
    window.addEventListener('online', () => {
      client.wake();
      outbox.wake();
    }, { signal });
    window.addEventListener('pagehide', () => {
      void Promise.allSettled([this.drafts.flushBeforeGoing(), this.cache.flush()]);
    }, { signal });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.flush();
      else client.wake();
    }, { signal });
    const disconnectDrafts = this.drafts.connect(client);
    signal.addEventListener('abort', disconnectDrafts);
    client.start();
    void outbox.load();
    void holdLock(`parvis-outbox-${this.userId}`, signal, () => void outbox.start());
  }

  private refreshConversations(): void {
    for (const conversation of this.conversations.values()) conversation.refresh();
  }

  private async flush(): Promise<void> {
    await Promise.allSettled([this.drafts.flush(), this.cache.flush()]);
  }
}
