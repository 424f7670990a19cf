import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config, ConfigError } from '../../platform/config/config.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { NewPasswords } from '../auth/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { FoundOrganisation } from './found-organisation.ts';

const DEFAULT_NAME = 'Parvis';

/** Set-up from the settings, for machines that nobody sits at. Does nothing once it is done. */
@Injectable()
export class UnattendedSetup {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly organisation: OrganisationReader,
    private readonly newPasswords: NewPasswords,
    private readonly found: FoundOrganisation,
  ) {}

  /**
   * Whether it set up just now. Of several processes that start together one does.
   * @throws ConfigError for a password that is easy to guess
   */
  async run(): Promise<boolean> {
    const { adminEmail, adminPassword, organisationName = DEFAULT_NAME } = this.config;
    if (!adminEmail || !adminPassword || (await this.organisation.find(this.database))) return false;
    const email = adminEmail.trim().toLowerCase();
    const name = email.split('@')[0] ?? email;
    try {
      const passwordHash = await this.newPasswords.hash(adminPassword, [email, organisationName]);
      await this.streams.transaction((tx) =>
        this.found.inTransaction(tx, {
          organisation: { name: organisationName, language: 'en' },
          owner: { name, email, passwordHash },
          team: { name: organisationName },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'setup_already_done') return false;
      if (error instanceof ApiError && error.code === 'password_too_weak') throw new ConfigError('PARVIS_ADMIN_PASSWORD: easy to guess or too short');
      throw error;
    }
  }
}
