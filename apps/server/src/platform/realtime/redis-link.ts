import { Injectable } from '@nestjs/common';
import { createClient, type RedisClientType } from 'redis';
import { Log } from '../log/log.ts';

/** The two connections through which socket servers tell each other. Losing them ends nothing here. */
@Injectable()
export class RedisLink {
  private clients: RedisClientType[] = [];

  constructor(private readonly log: Log) {}

  /** `onReturn`: messages are heard again after a while in which they were not. */
  async connect(url: string, onReturn: () => void): Promise<[RedisClientType, RedisClientType]> {
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

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()));
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
