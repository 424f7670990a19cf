import { Injectable } from '@nestjs/common';
import type { RouteInput, User } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { type Device, hashSecretToken, NewPasswords, Sessions } from '../auth/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { FoundOrganisation } from './found-organisation.ts';
import { lockSetup } from './setup-lock.ts';

/** The first-run wizard's end: everything is made at once, and its owner is signed in. */
@Injectable()
export class CompleteSetup {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly organisation: OrganisationReader,
    private readonly newPasswords: NewPasswords,
    private readonly found: FoundOrganisation,
    private readonly sessions: Sessions,
  ) {}

  /** @throws ApiError setup_already_done, setup_token_invalid, password_too_weak */
  async run({ token, organisation, admin, team }: RouteInput<'completeSetup'>['body'], device: Device): Promise<{ user: User; token: string }> {
    await this.requireToken(this.database, token);
    const passwordHash = await this.newPasswords.hash(admin.password, [admin.email, admin.name, organisation.name]);
    return this.streams.transaction(async (tx) => {
      await lockSetup(tx);
      await this.requireToken(tx, token);
      const { name, email, timeZone } = admin;
      const user = await this.found.inTransaction(tx, { organisation, owner: { name, email, timeZone, passwordHash }, team });
      return { user, token: await this.sessions.start(tx, user.id, device) };
    });
  }

  private async requireToken(query: Query, token: string): Promise<void> {
    if (await this.organisation.find(query)) throw new ApiError('setup_already_done');
    const found = await query.query('SELECT 1 FROM setup_token WHERE token_hash = $1', [hashSecretToken(token)]);
    if (found.length === 0) throw new ApiError('setup_token_invalid');
  }
}
