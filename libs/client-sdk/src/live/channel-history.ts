import type { MessagePage } from '../state/apply-page.ts';
import { channelScope } from '../state/message-window.ts';
import type { WindowScope } from '../state/workspace-state.ts';
import type { StreamClient } from './stream-client.ts';
import { type PageQuery, WindowHistory } from './window-history.ts';

/** A channel's history: the replies of threads stand in it for those who want them so. */
export class ChannelHistory extends WindowHistory {
  readonly channelId: string;

  constructor(client: StreamClient, channelId: string) {
    super(client);
    this.channelId = channelId;
  }

  protected get scope(): WindowScope {
    return channelScope(this.channelId, this.client.state?.preferences.threads === 'inline' ? 'include' : 'leave_out');
  }

  protected fetch(query: PageQuery, { channelId, replies }: WindowScope, signal: AbortSignal | undefined): Promise<MessagePage> {
    const asked = replies === 'include' ? { ...query, replies } : query;
    return this.client.api.call('listMessages', { params: { channelId }, query: asked }, signal === undefined ? {} : { signal });
  }
}
