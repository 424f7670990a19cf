import { Injectable } from '@nestjs/common';
import type { Invitation } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { hashSecretToken } from '../auth/index.ts';
import { INVITATION_COLUMNS, type InvitationRow, IS_OPEN, toInvitation } from './invitation-row.ts';

/** Reads invitations that are still open. */
@Injectable()
export class Invitations {
  constructor(private readonly database: DataSource) {}

  async list(): Promise<Invitation[]> {
    const rows = await this.database.query<InvitationRow[]>(
      `SELECT ${INVITATION_COLUMNS} FROM invitation WHERE ${IS_OPEN} ORDER BY created_at DESC, id DESC`,
    );
    return rows.map(toInvitation);
  }

  /** @throws ApiError invitation_invalid: unknown, expired, used up or withdrawn, all the same to the holder */
  async byToken(query: Query, token: string): Promise<InvitationRow> {
    const [row] = await query.query<InvitationRow>(
      `SELECT ${INVITATION_COLUMNS} FROM invitation WHERE token_hash = $1 AND ${IS_OPEN}`,
      [hashSecretToken(token)],
    );
    if (!row) throw new ApiError('invitation_invalid');
    return row;
  }
}
