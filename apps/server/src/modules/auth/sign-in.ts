import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Users } from '../users/index.ts';
import { Passwords } from './passwords.ts';
import { type Device, Sessions } from './sessions.ts';
import { SignInThrottle } from './sign-in-throttle.ts';

export interface Credentials {
  email: string;
  password: string;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * `former`: whoever this browser was signed in as; that session ends, a new one begins.
   * @throws ApiError too_many_requests, credentials_invalid, account_deactivated (only to who knows the password)
   */
  async run({ email, password }: Credentials, device: Device, former: Actor | null): Promise<{ user: User; token: string }> {
    await this.throttle.begin(email, device.address);
    const [account] = await this.database.query<{ id: string; password_hash: string | null }[]>(
      'SELECT id, password_hash FROM app_user WHERE email = $1',
      [email],
    );
    const matches = await this.passwords.verify(account?.password_hash, password);
    if (!account || !matches) {
      await this.throttle.failed(device.address);
      throw new ApiError('credentials_invalid');
    }
    await this.throttle.succeeded(email);
    return this.streams.transaction(async (tx) => {
      // Locked: a reset or a deactivation at this moment either waits or is seen here.
      const unchanged = await tx.query('SELECT id FROM app_user WHERE id = $1 AND password_hash = $2 FOR SHARE', [
        account.id, account.password_hash,
      ]);
      const user = unchanged.length > 0 ? await this.users.byId(tx, account.id) : null;
      if (!user) throw new ApiError('credentials_invalid');
      if (user.deactivatedAt !== null) throw new ApiError('account_deactivated');
      return { user, token: await this.sessions.start(tx, user.id, device, former) };
    });
  }
}
