import { Injectable } from '@nestjs/common';
import type { RouteInput, User } from '@parvis/contracts';
import { ChangeAccount } from './change-account.ts';
import { requireTimeZone } from './time-zone.ts';

@Injectable()
export class UpdateMe {
  constructor(private readonly changeAccount: ChangeAccount) {}

  run(userId: string, changes: RouteInput<'updateMe'>['body']): Promise<User> {
    if (changes.timeZone !== undefined) requireTimeZone(changes.timeZone);
    return this.changeAccount.run(userId, userId, async (tx, before) => {
      const after = { ...before, ...changes };
      await tx.query('UPDATE app_user SET name = $2, title = $3, time_zone = $4, language = $5 WHERE id = $1', [
        userId, after.name, after.title, after.timeZone, after.language,
      ]);
    });
  }
}
