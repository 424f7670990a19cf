import { ApiProblem, type ChannelEntry, ChannelHistory, type ChannelWindow, type Outbox, type StreamClient } from '@parvis/client-sdk';
import { problemCode } from './api.ts';
import { pendingOf } from './pending-messages.ts';
import { Listeners } from './listeners.ts';
import type { ChannelMessages, PendingMessage } from './types.ts';

type Flags = Pick<ChannelMessages, 'error' | 'loadingOlder' | 'loadingNewer' | 'unreadLine'> & { opening: boolean };
const CLOSED: Flags = { error: null, loadingOlder: false, loadingNewer: false, unreadLine: null, opening: false };

/** One conversation as its screen sees it: the window of the state, my pending messages, what is loading. */
export class Conversation {
  readonly channelId: string;
  readonly listeners = new Listeners();
  /** Marked unread while it was open: reading goes on not moving the cursor until it is left. */
  held = false;
  private readonly client: StreamClient;
  private readonly outbox: Outbox;
  private readonly history: ChannelHistory;
  private flags = CLOSED;
  private viewers = 0;
  private wasMarked = false;
  private shown: { window: ChannelWindow | undefined; pending: readonly PendingMessage[]; flags: Flags; snapshot: ChannelMessages } | null = null;

  constructor(client: StreamClient, outbox: Outbox, channelId: string) {
    this.client = client;
    this.outbox = outbox;
    this.channelId = channelId;
    this.history = new ChannelHistory(client, channelId);
  }

  get snapshot(): ChannelMessages {
    const { window, shown } = this;
    const pending = pendingOf(this.outbox, this.channelId, window, shown?.pending);
    if (shown !== null && shown.window === window && shown.pending === pending && shown.flags === this.flags) return shown.snapshot;
    const { opening, ...flags } = this.flags;
    const snapshot: ChannelMessages = {
      ...this.actions,
      ...flags,
      status: window !== undefined ? 'ready' : flags.error !== null && !opening ? 'failed' : 'loading',
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

  /** A screen shows it; the answer says that it no longer does. */
  enter(around: string | undefined): () => void {
    this.viewers += 1;
    if (this.viewers === 1) {
      const { entry } = this;
      this.wasMarked = entry?.membership.markedUnread ?? false;
      const hasUnread = entry !== undefined && (entry.unreadCount > 0 || entry.membership.markedUnread);
      this.set({ unreadLine: hasUnread ? entry.membership.readSeq : null });
      void (around === undefined ? this.openWhereLeft() : this.actions.jumpToMessage(around));
    }
    return () => {
      this.viewers -= 1;
      if (this.viewers > 0) return;
      this.held = false;
      this.set({ unreadLine: null });
    };
  }

  /** The state or the outbox changed. */
  refresh(): void {
    const before = this.shown?.snapshot;
    const { entry, window } = this;
    if (this.isOpen) {
      const marked = entry?.membership.markedUnread ?? false;
      if (marked && !this.wasMarked) {
        this.held = true;
        this.set({ unreadLine: entry!.membership.readSeq });
      }
      this.wasMarked = marked;
      const lost = window === undefined || window.stale;
      const retry = this.flags.error === null || (this.flags.error === 'network' && this.client.status === 'online');
      if (lost && retry && !this.flags.opening && entry !== undefined) void this.open({});
    }
    if (before !== undefined && this.snapshot !== before) this.listeners.tell();
  }

  readonly actions = {
    loadOlder: async (): Promise<void> => this.grow('loadingOlder', () => this.history.older()),
    loadNewer: async (): Promise<void> => this.grow('loadingNewer', () => this.history.newer()),
    jumpToLatest: async (): Promise<void> => {
      if (this.window?.after !== null || this.window.stale) await this.open({});
    },
    jumpToUnread: async (): Promise<void> => {
      await this.open({ around: 'unread' });
    },
    jumpToMessage: async (messageId: string): Promise<boolean> => {
      if (this.window?.messages.some((message) => message.id === messageId) === true) return true;
      return this.open({ around: messageId });
    },
    reload: async (): Promise<void> => {
      await this.open({});
    },
  };

  private get window(): ChannelWindow | undefined {
    return this.client.state?.windows[this.channelId];
  }

  private get entry(): ChannelEntry | undefined {
    return this.client.state?.channels[this.channelId];
  }

  private async openWhereLeft(): Promise<void> {
    const { entry, window } = this;
    const unread = entry !== undefined && (entry.unreadCount > 0 || entry.membership.markedUnread);
    const firstSeq = window?.messages[0]?.seq ?? 0;
    const complete = window !== undefined && !window.stale && window.after === null;
    const lineInside = !unread || window?.before == null || firstSeq <= entry.membership.readSeq;
    if (complete && lineInside) return;
    await this.open(unread ? { around: 'unread' } : {});
  }

  private async open(query: { around?: string }): Promise<boolean> {
    this.set({ opening: true, error: null });
    try {
      await this.history.open(query);
      this.set({ opening: false });
      return true;
    } catch (error) {
      // A permalink to what is gone: the latest is better than nothing.
      if (error instanceof ApiProblem && error.code === 'not_found' && query.around !== undefined) {
        if (this.window === undefined) await this.open({});
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
