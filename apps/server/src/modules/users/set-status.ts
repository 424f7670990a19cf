import { Injectable } from '@nestjs/common';
import type { RouteInput, User } from '@parvis/contracts';
import { ApiError } from '../../platform/http/api-error.ts';
import { requireEmoji } from '../emoji/index.ts';
import { ChangeAccount } from './change-account.ts';

@Injectable()
export class SetStatus {
  constructor(private readonly changeAccount: ChangeAccount) {}

  /**
   * What I am doing, until `expiresAt`. Nobody takes it back then: whoever shows it looks at the clock.
   * @throws ApiError emoji_invalid, scheduled_in_past
   */
  run(userId: string, { emoji, text, expiresAt }: RouteInput<'setStatus'>['body']): Promise<User> {
    return this.changeAccount.run(userId, userId, async (tx) => {
      const shown = emoji === '' ? '' : await requireEmoji(tx, emoji);
      const until = expiresAt === null || (emoji === '' && text === '') ? null : new Date(expiresAt);
      if (until && until <= tx.at) throw new ApiError('scheduled_in_past');
      await tx.query('UPDATE app_user SET status_emoji = $2, status_text = $3, status_expires_at = $4 WHERE id = $1', [userId, shown, text, until]);
    });
  }
}
