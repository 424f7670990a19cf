import type { MessagePage } from '../state/apply-page.ts';
import { threadScope } from '../state/message-window.ts';
import type { WindowScope } from '../state/workspace-state.ts';
import type { StreamClient } from './stream-client.ts';
import { type PageQuery, WindowHistory } from './window-history.ts';

/** The replies of one thread, with the message that they hang from. */
export class ThreadHistory extends WindowHistory {
  protected readonly scope: WindowScope;

  constructor(client: StreamClient, channelId: string, threadId: string) {
    super(client);
    this.scope = threadScope(channelId, threadId);
  }

  protected fetch(query: PageQuery, { channelId, threadId }: WindowScope, signal: AbortSignal | undefined): Promise<MessagePage> {
    const params = { channelId, messageId: threadId! };
    return this.client.api.call('listReplies', { params, query }, signal === undefined ? {} : { signal });
  }
}
