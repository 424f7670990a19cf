import { Injectable } from '@nestjs/common';
import { streamId, type User } from '@parvis/contracts';
import { isGuest } from '@parvis/permissions';
import { isDeepStrictEqual } from 'node:util';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { Users } from './users.ts';

/** How every change of an account is made: one at a time in the organisation, and told to everybody. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly streams: Streams,
    private readonly organisations: OrganisationReader,
    private readonly users: Users,
  ) {}

  /**
   * `change` gets the account as it is now, under the lock of the organisation's stream, and writes.
   * @throws ApiError not_found
   */
  run(userId: string, author: string, change: (tx: StreamTransaction, before: User) => Promise<void>): Promise<User> {
    return this.streams.transaction(async (tx) => {
      const stream = await this.organisations.stream(tx);
      await tx.lock(stream);
      const before = await this.users.byId(tx, userId);
      if (!before) throw new ApiError('not_found');
      await change(tx, before);
      const user = await this.users.byId(tx, userId);
      if (!user) throw new ApiError('not_found');
      if (isDeepStrictEqual(user, before)) return user;
      await tx.append(stream, 'user.updated', { user }, { author });
      if (isGuest(user) || isGuest(before)) await tx.append(streamId('user', userId), 'me.updated', { user }, { author });
      // Guests do not follow the organisation: their sockets come back into the rooms that are theirs now.
      if (isGuest(user) !== isGuest(before)) tx.disconnect({ userId });
      return user;
    });
  }
}
