import type { Message, RouteCall } from '@parvis/contracts';
import { applyPage, type PagePlace } from '../state/apply-page.ts';
import type { StreamClient } from './stream-client.ts';

type PageQuery = NonNullable<RouteCall<'listMessages'>['query']>;

/** Pages that events overtook are asked for again so many times. */
const TRIES = 3;

/** Reads a channel's history into the client's state: a window that grows at both ends. */
export class ChannelHistory {
  private readonly client: StreamClient;
  readonly channelId: string;

  constructor(client: StreamClient, channelId: string) {
    this.client = client;
    this.channelId = channelId;
  }

  /** A new window: the latest page, or around a message or the unread line. */
  async open(query: Pick<PageQuery, 'around' | 'limit'> = {}, signal?: AbortSignal): Promise<readonly Message[]> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const page = await this.read(query, { at: 'replace' }, signal);
      if (page !== null) return page;
      this.client.resynchronise();
    }
    return [];
  }

  async older(signal?: AbortSignal): Promise<void> {
    const cursor = this.client.state?.windows[this.channelId]?.before;
    if (cursor != null) await this.read({ before: cursor }, { at: 'before', cursor }, signal);
  }

  async newer(signal?: AbortSignal): Promise<void> {
    const cursor = this.client.state?.windows[this.channelId]?.after;
    if (cursor != null) await this.read({ after: cursor }, { at: 'after', cursor }, signal);
  }

  private async read(query: PageQuery, place: PagePlace, signal?: AbortSignal): Promise<readonly Message[] | null> {
    const { channelId, client } = this;
    const page = await client.api.call('listMessages', { params: { channelId }, query }, signal === undefined ? {} : { signal });
    let accepted = false;
    client.update((state) => {
      const applied = applyPage(state, channelId, page, place);
      accepted = applied.accepted;
      return applied.state;
    });
    return accepted ? page.messages : null;
  }
}
