import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
import { ChangeAccount } from './change-account.ts';

@Injectable()
export class ClearStatus {
  constructor(private readonly changeAccount: ChangeAccount) {}

  run(userId: string): Promise<User> {
    return this.changeAccount.run(userId, userId, async (tx) => {
      await tx.query(`UPDATE app_user SET status_emoji = '', status_text = '', status_expires_at = NULL WHERE id = $1`, [userId]);
    });
  }
}
