import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import { hashSecretToken, newSecretToken } from '../auth/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { lockSetup } from './setup-lock.ts';

/** The one-time link by which whoever started the server becomes its first administrator. */
@Injectable()
export class SetupLink {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly organisation: OrganisationReader,
  ) {}

  /** The whole URL, to print; null when set-up is done. A new link replaces the former one. */
  issue(): Promise<string | null> {
    return this.database.transaction(async (manager) => {
      await lockSetup(manager);
      if (await this.organisation.find(manager)) return null;
      const token = newSecretToken();
      await manager.query(
        'INSERT INTO setup_token (token_hash) VALUES ($1) ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash',
        [hashSecretToken(token)],
      );
      return `${this.config.publicUrl}/setup#token=${token}`;
    });
  }
}
