import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
import { createHash } from 'node:crypto';
import { renderAvatar } from './avatar-image.ts';
import { ChangeAccount } from './change-account.ts';

@Injectable()
export class SetAvatar {
  constructor(private readonly changeAccount: ChangeAccount) {}

  /** @throws ApiError image_invalid */
  async run(userId: string, upload: Buffer): Promise<User> {
    const bytes = await renderAvatar(upload);
    // Of the content: the same version is always the same picture, as its cache says.
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return this.changeAccount.run(userId, userId, async (tx) => {
      await tx.query(
        'INSERT INTO user_avatar (user_id, bytes) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET bytes = excluded.bytes',
        [userId, bytes],
      );
      await tx.query('UPDATE app_user SET avatar_version = $2 WHERE id = $1', [userId, version]);
    });
  }
}
