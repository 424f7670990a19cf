import { Injectable } from '@nestjs/common';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Sessions } from './sessions.ts';

/** Signs a device out and closes its sockets. */
@Injectable()
export class EndSession {
  constructor(
    private readonly streams: Streams,
    private readonly sessions: Sessions,
  ) {}

  /** @throws ApiError not_found, also for somebody else's session */
  async run(userId: string, sessionId: string): Promise<void> {
    const ended = await this.streams.transaction((tx) => this.sessions.end(tx, userId, sessionId));
    if (!ended) throw new ApiError('not_found');
  }
}
