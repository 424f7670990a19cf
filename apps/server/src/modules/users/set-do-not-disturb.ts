import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
import { ApiError } from '../../platform/http/api-error.ts';
import { ChangeAccount } from './change-account.ts';

@Injectable()
export class SetDoNotDisturb {
  constructor(private readonly changeAccount: ChangeAccount) {}

  /**
   * No notifications until then; null: again.
   * @throws ApiError scheduled_in_past
   */
  run(userId: string, until: string | null): Promise<User> {
    return this.changeAccount.run(userId, userId, async (tx) => {
      const end = until === null ? null : new Date(until);
      if (end && end <= tx.at) throw new ApiError('scheduled_in_past');
      await tx.query('UPDATE app_user SET do_not_disturb_until = $2 WHERE id = $1', [userId, end]);
    });
  }
}
