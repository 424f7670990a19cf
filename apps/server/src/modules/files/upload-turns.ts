import { Injectable } from '@nestjs/common';

interface Turn {
  abort: AbortController;
  over: Promise<void>;
}

/**
 * One request at a time per upload in this process. Who comes later ends the one before: the client
 * has given up on it, though the connection may not know that yet. (In another process both write the
 * same bytes to the same place; what counts is hashed when it is copied into the store.)
 */
@Injectable()
export class UploadTurns {
  private readonly turns = new Map<string, Turn>();

  async take<T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let current = this.turns.get(id); current; current = this.turns.get(id)) {
      current.abort.abort();
      await current.over;
    }
    const abort = new AbortController();
    const done = Promise.withResolvers<void>();
    this.turns.set(id, { abort, over: done.promise });
    try {
      return await work(abort.signal);
    } finally {
      this.turns.delete(id);
      done.resolve();
    }
  }
}
