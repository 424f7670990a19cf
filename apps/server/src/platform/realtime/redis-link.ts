import { Injectable } from '@nestjs/common';
import type { RedisClientType } from 'redis';
import { Log } from '../log/log.ts';

const CLOSING_MS = 1_000;

/** The two connections through which socket servers tell each other. Losing them ends nothing here. */
@Injectable()
export class RedisLink {
  private clients: RedisClientType[] = [];

  constructor(private readonly log: Log) {}

  /** `onReturn`: messages are heard again after a while in which they were not. */
  async connect(url: string, onReturn: () => void): Promise<[RedisClientType, RedisClientType]> {
    // As much to load as a tenth of the server, which most do without.
    const { createClient } = await import('redis');
    const publisher: RedisClientType = createClient({ url });
    const subscriber: RedisClientType = publisher.duplicate();
    this.clients = [publisher, subscriber];
    for (const client of this.clients) {
      client.on('error', (error: unknown) => { this.log.warn({ err: error }, 'redis'); });
      await client.connect();
    }
    subscriber.on('ready', onReturn);
    this.catchPublishing(publisher);
    return [publisher, subscriber];
  }

  /** Lets go after a moment of a Redis that does not answer: stopping must not wait for it. */
  async close(): Promise<void> {
    const patience = AbortSignal.timeout(CLOSING_MS);
    const givenUp = new Promise<void>((resolve) => { patience.addEventListener('abort', () => { resolve(); }); });
    await Promise.all(this.clients.map(async (client) => {
      if (client.isReady) await Promise.race([client.close(), givenUp]);
      if (client.isOpen) client.destroy();
    }));
  }

  /** The adapter awaits none of its messages: one that fails must not end the process. */
  private catchPublishing(publisher: RedisClientType): void {
    const publish = publisher.publish.bind(publisher);
    const caught = async (...message: Parameters<typeof publish>): Promise<number> => {
      try {
        return await publish(...message);
      } catch (error) {
        this.log.warn({ err: error }, 'redis took no message');
        return 0;
      }
    };
    Object.defineProperty(publisher, 'publish', { value: caught });
  }
}
