import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
import { ChangeAccount } from './change-account.ts';

@Injectable()
export class DeleteAvatar {
  constructor(private readonly changeAccount: ChangeAccount) {}

  run(userId: string): Promise<User> {
    return this.changeAccount.run(userId, userId, async (tx) => {
      await tx.query('DELETE FROM user_avatar WHERE user_id = $1', [userId]);
      await tx.query('UPDATE app_user SET avatar_version = NULL WHERE id = $1', [userId]);
    });
  }
}
