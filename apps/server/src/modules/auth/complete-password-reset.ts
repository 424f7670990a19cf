import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { NewPasswords } from './new-passwords.ts';
import { hashSecretToken } from './secret-token.ts';
import { Sessions } from './sessions.ts';
import { SignInThrottle } from './sign-in-throttle.ts';

interface Account {
  id: string;
  email: string;
  name: string;
}

/** Sets a new password by a reset link, once, and ends all sessions. */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @throws ApiError reset_token_invalid, password_too_weak (the link still holds) */
  async run(token: string, password: string): Promise<void> {
    const account = await accountOf(this.database, token);
    const passwordHash = await this.newPasswords.hash(password, [account.email, account.name]);
    await this.streams.transaction(async (tx) => {
      await tx.query('SELECT id FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [account.id]);
      // Under the lock: of two at the same moment the second finds its link used.
      const { id } = await accountOf(tx, token);
      await tx.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
      await this.sessions.endAll(tx, id);
    });
    await this.throttle.succeeded(account.email);
  }
}

async function accountOf(query: Query, token: string): Promise<Account> {
  const [account] = await query.query<Account>(
    `SELECT app_user.id, email, name FROM password_reset JOIN app_user ON app_user.id = user_id
     WHERE token_hash = $1 AND expires_at > now() AND deactivated_at IS NULL`,
    [hashSecretToken(token)],
  );
  if (!account) throw new ApiError('reset_token_invalid');
  return account;
}
