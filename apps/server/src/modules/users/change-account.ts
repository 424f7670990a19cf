import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
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
      if (JSON.stringify(user) !== JSON.stringify(before)) await tx.append(stream, 'user.updated', { user }, { author });
      // Guests do not follow the organisation: their sockets come back into the rooms that are theirs now.
      if ((user.role === 'guest') !== (before.role === 'guest')) tx.disconnect({ userId });
      return user;
    });
  }
}
