import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import type { Query } from '../../platform/database/query.ts';
import { hashSecretToken, newSecretToken } from './secret-token.ts';

/** How long a reset link holds. */
export const RESET_HOURS = 1;

/** Makes the links by which a person without a password sets a new one. */
@Injectable()
export class ResetLinks {
  constructor(private readonly config: Config) {}

  /** The token stands behind the `#`: it reaches no server log and no Referer header. */
  async make(query: Query, userId: string): Promise<string> {
    const token = newSecretToken();
    await query.query(
      `INSERT INTO password_reset (token_hash, user_id, expires_at) VALUES ($1, $2, now() + $3 * interval '1 hour')`,
      [hashSecretToken(token), userId, RESET_HOURS],
    );
    return `${this.config.publicUrl}/reset-password#token=${token}`;
  }
}
