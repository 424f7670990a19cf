import type { Message } from '@parvis/contracts';
import { applyPage, type MessagePage, type PagePlace } from '../state/apply-page.ts';
import { windowKey } from '../state/message-window.ts';
import type { ChannelWindow, WindowScope } from '../state/workspace-state.ts';
import type { StreamClient } from './stream-client.ts';

export interface PageQuery {
  before?: string;
  after?: string;
  /** A message id, `unread`; of a thread also `end`. */
  around?: string;
  limit?: number;
}

/** Pages that events overtook are asked for again so many times. */
const TRIES = 3;

/** Reads history into the client's state: a window that grows at both ends. */
export abstract class WindowHistory {
  protected readonly client: StreamClient;

  constructor(client: StreamClient) {
    this.client = client;
  }

  /** What a new window is to hold. */
  protected abstract readonly scope: WindowScope;

  protected abstract fetch(query: PageQuery, scope: WindowScope, signal: AbortSignal | undefined): Promise<MessagePage>;

  /** A new window: where it opens without being told, or around a message or the unread line. */
  async open(query: Pick<PageQuery, 'around' | 'limit'> = {}, signal?: AbortSignal): Promise<readonly Message[]> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const page = await this.read(query, this.scope, { at: 'replace' }, signal);
      if (page !== null) return page;
      this.client.resynchronise();
    }
    return [];
  }

  async older(signal?: AbortSignal): Promise<void> {
    const { window } = this;
    if (window?.before != null) await this.read({ before: window.before }, window.scope, { at: 'before', cursor: window.before }, signal);
  }

  async newer(signal?: AbortSignal): Promise<void> {
    const { window } = this;
    if (window?.after != null) await this.read({ after: window.after }, window.scope, { at: 'after', cursor: window.after }, signal);
  }

  private get window(): ChannelWindow | undefined {
    return this.client.state?.windows[windowKey(this.scope)];
  }

  private async read(query: PageQuery, scope: WindowScope, place: PagePlace, signal?: AbortSignal): Promise<readonly Message[] | null> {
    const page = await this.fetch(query, scope, signal);
    let accepted = false;
    this.client.update((state) => {
      const applied = applyPage(state, scope, page, place);
      accepted = applied.accepted;
      return applied.state;
    });
    return accepted ? page.messages : null;
  }
}
