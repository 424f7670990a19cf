import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Relay } from './relay.ts';
import { StreamTransaction } from './stream-transaction.ts';

const TRIES = 3;

/** The one way to change what people see: rows and stream events in one transaction, told after its commit. */
@Injectable()
export class Streams {
  constructor(
    private readonly database: DataSource,
    private readonly relay: Relay,
  ) {}

  /**
   * `work` may run more than once: it changes nothing but through its transaction. Two that wait for
   * each other's locks are one too many: PostgreSQL ends one, which is then tried again.
   */
  async transaction<T>(work: (tx: StreamTransaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (tries === TRIES || !isDeadlock(error)) throw error;
      }
    }
  }

  private async once<T>(work: (tx: StreamTransaction) => Promise<T>): Promise<T> {
    let done: StreamTransaction | undefined;
    const result = await this.database.transaction(async (manager) => {
      done = new StreamTransaction(manager);
      return work(done);
    });
    if (done) this.relay.committed(done);
    return result;
  }
}

const isDeadlock = (error: unknown): boolean => (error as { driverError?: { code?: string } }).driverError?.code === '40P01';
