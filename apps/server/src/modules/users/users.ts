import { Injectable } from '@nestjs/common';
import type { User } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { toUser, USER_COLUMNS, type UserRow } from './user-row.ts';

/** Reads people. */
@Injectable()
export class Users {
  toUser(row: UserRow): User {
    return toUser(row);
  }

  /** Unknown ids are left out; deactivated people are not. */
  async byIds(query: Query, ids: readonly string[]): Promise<User[]> {
    if (ids.length === 0) return [];
    const rows = await query.query<UserRow>(
      `SELECT ${USER_COLUMNS} FROM app_user WHERE id = ANY($1) ORDER BY lower(name), id`,
      [ids],
    );
    return rows.map(toUser);
  }

  async byId(query: Query, id: string): Promise<User | null> {
    return (await this.byIds(query, [id]))[0] ?? null;
  }

  /** `email` in lower case, as the contracts make it. */
  async byEmail(query: Query, email: string): Promise<User | null> {
    const [row] = await query.query<UserRow>(`SELECT ${USER_COLUMNS} FROM app_user WHERE email = $1`, [email]);
    return row ? toUser(row) : null;
  }
}
