import { Injectable } from '@nestjs/common';
import type { RouteInput, User } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { ChangeAccount } from './change-account.ts';
import { GuestMaker } from './guest-maker.ts';
import { SessionEnder } from './session-ender.ts';

/** An admin changes somebody's role, or closes or reopens an account. */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly changeAccount: ChangeAccount,
    private readonly sessions: SessionEnder,
    private readonly guests: GuestMaker,
  ) {}

  run(actor: Actor, userId: string, changes: RouteInput<'updateUser'>['body']): Promise<User> {
    return this.changeAccount.run(userId, actor.userId, async (tx, before) => {
      const wasActive = before.deactivatedAt === null;
      const role = changes.role ?? before.role;
      const active = changes.active ?? wasActive;
      const place = { role: before.role, self: userId === actor.userId };
      if (role !== before.role && !can(actor, 'user.set_role', { ...place, to: role })) throw new ApiError('forbidden');
      if (active !== wasActive && !can(actor, 'user.set_active', place)) throw new ApiError('forbidden');
      // Two owners may be about to remove each other: the lock of the stream lets only one.
      if (before.role === 'owner' && wasActive && (role !== 'owner' || !active)) await requireAnotherOwner(tx, userId);
      await tx.query('UPDATE app_user SET role = $2, deactivated_at = $3 WHERE id = $1', [
        userId, role, active ? null : (before.deactivatedAt ?? tx.at),
      ]);
      if (role === 'guest' && before.role !== 'guest') await this.guests.make(tx, userId);
      if (wasActive && !active) await this.sessions.endAll(tx, userId);
    });
  }
}

async function requireAnotherOwner(tx: StreamTransaction, userId: string): Promise<void> {
  const owners = await tx.query(
    `SELECT id FROM app_user WHERE role = 'owner' AND deactivated_at IS NULL AND id <> $1 LIMIT 1`,
    [userId],
  );
  if (owners.length === 0) throw new ApiError('last_owner');
}
