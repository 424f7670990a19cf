import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { NewPasswords } from './new-passwords.ts';
import { Passwords } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { SignInThrottle } from './sign-in-throttle.ts';

interface Account {
  email: string;
  name: string;
  password_hash: string | null;
}

/** A new password for who knows the current one; this session stays, the others end. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly newPasswords: NewPasswords,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @throws ApiError credentials_invalid, password_too_weak, too_many_requests: a stolen session guesses no faster */
  async run(actor: Actor, address: string, { currentPassword, password }: RouteInput<'changePassword'>['body']): Promise<void> {
    const [account] = await this.database.query<Account[]>('SELECT email, name, password_hash FROM app_user WHERE id = $1', [actor.userId]);
    if (!account) throw new ApiError('unauthenticated');
    await this.throttle.begin(account.email, address);
    if (!(await this.passwords.verify(account.password_hash, currentPassword))) {
      await this.throttle.failed(address);
      throw new ApiError('credentials_invalid');
    }
    await this.throttle.succeeded(account.email);
    const passwordHash = await this.newPasswords.hash(password, [account.email, account.name]);
    await this.streams.transaction(async (tx) => {
      const changed = await tx.query(
        `WITH changed AS (UPDATE app_user SET password_hash = $2 WHERE id = $1 AND password_hash = $3 RETURNING id)
         SELECT id FROM changed`,
        [actor.userId, passwordHash, account.password_hash],
      );
      if (changed.length === 0) throw new ApiError('credentials_invalid');
      await this.sessions.endOthers(tx, actor.userId, actor.sessionId);
    });
  }
}
