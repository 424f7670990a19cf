import { Injectable } from '@nestjs/common';
import type { Language, User, UserRole } from '@parvis/contracts';
import { v7 } from 'uuid';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { requireTimeZone } from './time-zone.ts';
import { toUser, USER_COLUMNS, type UserRow } from './user-row.ts';

export interface NewUser {
  name: string;
  /** Lower case. */
  email: string;
  role: UserRole;
  language: Language;
  timeZone?: string | undefined;
  /** Null: cannot sign in until a password is set through a reset link. */
  passwordHash: string | null;
}

/** Makes an account and tells the organisation. Teams are the caller's business. */
@Injectable()
export class CreateUser {
  constructor(private readonly organisations: OrganisationReader) {}

  /** @throws ApiError email_taken, invalid_request for an unknown time zone */
  async inTransaction(tx: StreamTransaction, user: NewUser): Promise<User> {
    const timeZone = requireTimeZone(user.timeZone ?? 'UTC');
    const stream = await this.organisations.stream(tx);
    await tx.lock(stream);
    const [row] = await tx.query<UserRow>(
      `INSERT INTO app_user (id, email, name, role, time_zone, language, password_hash, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (email) DO NOTHING RETURNING ${USER_COLUMNS}`,
      [v7(), user.email, user.name, user.role, timeZone, user.language, user.passwordHash, tx.at],
    );
    if (!row) throw new ApiError('email_taken', 'there is an account with this e-mail already');
    const created = toUser(row);
    await tx.append(stream, 'user.created', { user: created }, { author: created.id });
    return created;
  }
}
