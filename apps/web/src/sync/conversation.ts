import { ApiProblem, ChannelHistory, type ChannelWindow, type Outbox, type StreamClient, ThreadHistory, type WindowHistory, windowKey, type WindowScope } from '@parvis/client-sdk';
import { problemCode } from './api.ts';
import { pendingOf } from './pending-messages.ts';
import { Listeners } from './listeners.ts';
import { isUnread, readingPlace, type ReadingPlace } from './reading-place.ts';
import type { ChannelMessages, PendingMessage } from './types.ts';

type Flags = Pick<ChannelMessages, 'error' | 'loadingOlder' | 'loadingNewer' | 'unreadLine'> & { opening: boolean };
const CLOSED: Flags = { error: null, loadingOlder: false, loadingNewer: false, unreadLine: null, opening: false };

/** One conversation or thread as its screen sees it: the window of the state, my pending messages, what is loading. */
export class Conversation {
  readonly channelId: string;
  readonly threadId: string | null;
  readonly listeners = new Listeners();
  /** Marked unread while it was open: reading goes on not moving the cursor until it is left. */
  held = false;
  private readonly client: StreamClient;
  private readonly outbox: Outbox;
  private readonly history: WindowHistory;
  private flags = CLOSED;
  private viewers = 0;
  private before: ReadingPlace | undefined;
  private shown: { window: ChannelWindow | undefined; pending: readonly PendingMessage[]; flags: Flags; snapshot: ChannelMessages } | null = null;

  constructor(client: StreamClient, outbox: Outbox, channelId: string, threadId: string | null = null) {
    this.client = client;
    this.outbox = outbox;
    this.channelId = channelId;
    this.threadId = threadId;
    this.history = threadId === null ? new ChannelHistory(client, channelId) : new ThreadHistory(client, channelId, threadId);
  }

  get snapshot(): ChannelMessages {
    const { window, shown } = this;
    const pending = pendingOf(this.outbox, this.scope, window, shown?.pending);
    if (shown !== null && shown.window === window && shown.pending === pending && shown.flags === this.flags) return shown.snapshot;
    const { opening, ...flags } = this.flags;
    const snapshot: ChannelMessages = {
      ...this.actions,
      ...flags,
      status: window !== undefined ? 'ready' : flags.error !== null && !opening ? 'failed' : 'loading',
      root: window?.root ?? null,
      messages: window?.messages ?? [],
      pending,
      hasOlder: window?.before != null,
      hasNewer: window?.after != null,
    };
    this.shown = { window, pending, flags: this.flags, snapshot };
    return snapshot;
  }

  get isOpen(): boolean {
    return this.viewers > 0;
  }

  /** My cursor in it; undefined where nothing is counted for me. */
  get place(): ReadingPlace | undefined {
    return readingPlace(this.client.state, this.channelId, this.threadId);
  }

  /** A screen shows it; the answer says that it no longer does. */
  enter(around: string | undefined): () => void {
    this.viewers += 1;
    if (this.viewers === 1) {
      this.before = this.place;
      this.set({ unreadLine: isUnread(this.place) ? this.place.readSeq : null });
      void (around === undefined ? this.openWhereLeft() : this.actions.jumpToMessage(around));
    }
    return () => {
      this.viewers -= 1;
      if (this.viewers > 0) return;
      this.held = false;
      this.set({ unreadLine: null });
    };
  }

  /** It may be entered next. */
  async preload(): Promise<void> {
    if (!this.isOpen) await this.openWhereLeft();
  }

  /** The state or the outbox changed. */
  refresh(): void {
    const before = this.shown?.snapshot;
    const { window, place } = this;
    if (this.isOpen) {
      if (place !== undefined && wentBack(this.before, place)) {
        this.held = true;
        this.set({ unreadLine: place.readSeq });
      }
      this.before = place;
      const lost = window === undefined || window.stale || window.scope.replies !== this.scope.replies;
      const retry = this.flags.error === null || (this.flags.error === 'network' && this.client.status === 'online');
      if (lost && retry && !this.flags.opening && this.client.state?.channels[this.channelId] !== undefined) void this.open(this.latest);
    }
    if (before !== undefined && this.snapshot !== before) this.listeners.tell();
  }

  readonly actions = {
    loadOlder: async (): Promise<void> => this.grow('loadingOlder', () => this.history.older()),
    loadNewer: async (): Promise<void> => this.grow('loadingNewer', () => this.history.newer()),
    jumpToLatest: async (): Promise<void> => {
      if (this.window?.after !== null || this.window.stale) await this.open(this.latest);
    },
    jumpToUnread: async (): Promise<void> => {
      await this.open({ around: 'unread' });
    },
    jumpToMessage: async (messageId: string): Promise<boolean> => {
      if (this.window?.messages.some((message) => message.id === messageId) === true) return true;
      return this.open({ around: messageId });
    },
    reload: async (): Promise<void> => {
      await this.open(this.latest);
    },
  };

  /** What is shown of it by my preferences now. */
  private get scope(): WindowScope {
    const { channelId, threadId } = this;
    const all = threadId !== null || this.client.state?.preferences.threads === 'inline';
    return { channelId, threadId, replies: all ? 'include' : 'leave_out' };
  }

  private get window(): ChannelWindow | undefined {
    return this.client.state?.windows[windowKey(this.scope)];
  }

  /** A thread opens at its beginning unless it is told otherwise. */
  private get latest(): { around?: string } {
    return this.threadId === null ? {} : { around: 'end' };
  }

  private async openWhereLeft(): Promise<void> {
    if (this.flags.opening) return;
    const { place, window } = this;
    const unread = isUnread(place);
    const firstSeq = window?.messages[0]?.seq ?? 0;
    const complete = window !== undefined && !window.stale && window.after === null && window.scope.replies === this.scope.replies;
    const lineInside = !unread || window?.before == null || firstSeq <= place.readSeq;
    if (complete && lineInside) return;
    await this.open(unread ? { around: 'unread' } : this.latest);
  }

  private async open(query: { around?: string }): Promise<boolean> {
    this.set({ opening: true, error: null });
    try {
      await this.history.open(query);
      this.set({ opening: false });
      return true;
    } catch (error) {
      // A permalink to what is gone: the latest is better than nothing.
      if (error instanceof ApiProblem && error.code === 'not_found' && query.around !== undefined && query.around !== 'end') {
        if (this.window === undefined) await this.open(this.latest);
        else this.set({ opening: false });
        return false;
      }
      this.set({ opening: false, error: problemCode(error) });
      return false;
    }
  }

  private async grow(flag: 'loadingOlder' | 'loadingNewer', load: () => Promise<void>): Promise<void> {
    if (this.flags[flag]) return;
    this.set({ [flag]: true });
    try {
      await load();
    } catch (error) {
      this.set({ error: problemCode(error) });
    }
    this.set({ [flag]: false });
  }

  private set(change: Partial<Flags>): void {
    this.flags = { ...this.flags, ...change };
    this.listeners.tell();
  }
}

/** Marked as unread here or elsewhere: of a thread, that its cursor went back says so. */
function wentBack(before: ReadingPlace | undefined, now: ReadingPlace): boolean {
  if (before === undefined) return false;
  return now.isThread ? now.readSeq < before.readSeq : now.markedUnread && !before.markedUnread;
}
