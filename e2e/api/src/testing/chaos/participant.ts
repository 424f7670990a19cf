import {
  type Api, applyAnswer, applySnapshot, ChannelHistory, connectSocket, createApi, MemoryOutboxStorage, Outbox, StreamClient, type WorkspaceState,
} from '@parvis/client-sdk';
import type { Message } from '@parvis/contracts';
import type { TestAccount } from '@parvis/testing';
import { noFaults, unreliableFetch, unreliableSocket } from './unreliable-network.ts';

/** A person with a client behind a network that fails on demand. */
export class Participant {
  readonly faults = noFaults();
  readonly account: TestAccount;
  readonly client: StreamClient;
  readonly outbox: Outbox;
  /** Texts that the server said it has. */
  readonly acknowledged = new Set<string>();
  /** Without faults, to look at the truth. */
  readonly reliable: Api;

  constructor(account: TestAccount, url: string) {
    this.account = account;
    this.reliable = createApi({ baseUrl: url, token: account.token });
    const api = createApi({ baseUrl: url, token: account.token, fetch: unreliableFetch(this.faults), timeout: 10_000 });
    const socket = unreliableSocket(connectSocket({ baseUrl: url, token: account.token }), this.faults);
    this.client = new StreamClient({ api, socket });
    this.outbox = new Outbox({
      storage: new MemoryOutboxStorage(),
      send: ({ channelId, clientId, text }) => api.call('sendMessage', { params: { channelId }, body: { clientId, text } }),
      onAcknowledged: (message) => {
        this.acknowledged.add(message.text);
        this.client.update((state) => applyAnswer(state, message));
      },
    });
    this.client.onEvent((event) => {
      if (event.type === 'message.created') this.outbox.observe(event.payload.message);
    });
  }

  async start(): Promise<void> {
    this.client.start();
    await this.outbox.start();
  }

  stop(): void {
    this.client.stop();
    this.outbox.stop();
  }

  /** Loses the socket; the client comes back by itself. */
  disconnect(): void {
    this.client.stop();
    this.client.start();
  }

  heal(): void {
    Object.assign(this.faults, noFaults());
    this.client.wake();
    this.outbox.wake();
  }

  open(channelId: string): Promise<readonly Message[]> {
    return new ChannelHistory(this.client, channelId).open({ limit: 200 });
  }

  messages(channelId: string): readonly Message[] {
    return this.client.state?.windows[channelId]?.messages ?? [];
  }

  /** The workspace as a client that begins now would have it. */
  async fresh(): Promise<WorkspaceState> {
    const { snapshot } = await this.reliable.call('sync', { body: { cursors: {} } });
    return applySnapshot(null, snapshot!);
  }
}

/** All messages of a channel, page after page. */
export async function readHistory(api: Api, channelId: string): Promise<Message[]> {
  const messages: Message[] = [];
  let before: string | undefined;
  do {
    const page = await api.call('listMessages', { params: { channelId }, query: { before, limit: 200 } });
    messages.unshift(...page.messages);
    before = page.before ?? undefined;
  } while (before !== undefined);
  return messages;
}
