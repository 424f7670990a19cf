import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Relay } from './relay.ts';
import { StreamTransaction } from './stream-transaction.ts';

/** The one way to change what people see: rows and stream events in one transaction, told after its commit. */
@Injectable()
export class Streams {
  constructor(
    private readonly database: DataSource,
    private readonly relay: Relay,
  ) {}

  async transaction<T>(work: (tx: StreamTransaction) => Promise<T>): Promise<T> {
    let done: StreamTransaction | undefined;
    const result = await this.database.transaction(async (manager) => {
      done = new StreamTransaction(manager);
      return work(done);
    });
    if (done) this.relay.committed(done);
    return result;
  }
}
