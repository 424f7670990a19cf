import { Injectable } from '@nestjs/common';
import type { Language, User } from '@parvis/contracts';
import { v7 } from 'uuid';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { CreateTeam } from '../teams/index.ts';
import { CreateUser } from '../users/index.ts';
import { lockSetup } from './setup-lock.ts';

export interface Foundation {
  organisation: { name: string; language: Language };
  owner: { name: string; email: string; passwordHash: string; timeZone?: string | undefined };
  team: { name: string };
}

/** Makes the organisation, its owner and its first team. */
@Injectable()
export class FoundOrganisation {
  constructor(
    private readonly reader: OrganisationReader,
    private readonly createUser: CreateUser,
    private readonly createTeam: CreateTeam,
  ) {}

  /** @throws ApiError setup_already_done */
  async inTransaction(tx: StreamTransaction, { organisation, owner, team }: Foundation): Promise<User> {
    await lockSetup(tx);
    if (await this.reader.find(tx)) throw new ApiError('setup_already_done');
    await tx.query('INSERT INTO organisation (id, name, language, created_at) VALUES ($1, $2, $3, $4)', [
      v7(), organisation.name, organisation.language, tx.at,
    ]);
    await tx.query('DELETE FROM setup_token');
    const user = await this.createUser.inTransaction(tx, { ...owner, role: 'owner', language: organisation.language });
    await this.createTeam.createInTransaction(tx, { name: team.name, description: '', ownerId: user.id });
    return user;
  }
}
