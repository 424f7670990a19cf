import { Injectable } from '@nestjs/common';
import type { UserRole } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { SessionAuthenticator } from '../../platform/http/session-authenticator.ts';
import { hashSecretToken } from './secret-token.ts';
import { SESSION_LIMITS } from './session-limits.ts';

interface Row {
  id: string;
  user_id: string;
  role: UserRole;
  stale: boolean;
}

/** The one place where a token becomes a person, for REST and sockets. */
@Injectable()
export class AuthenticateSession extends SessionAuthenticator {
  constructor(private readonly database: DataSource) {
    super();
  }

  override async authenticate(token: string): Promise<Actor | null> {
    const [session] = await this.database.query<Row[]>(
      `SELECT session.id, user_id, role, last_seen_at < now() - $2 * interval '1 second' AS stale
       FROM session JOIN app_user ON app_user.id = user_id
       WHERE token_hash = $1 AND expires_at > now() AND deactivated_at IS NULL
         AND session.created_at > now() - $3 * interval '1 day'`,
      [hashSecretToken(token), SESSION_LIMITS.touchSeconds, SESSION_LIMITS.lifeDays],
    );
    if (!session) return null;
    if (session.stale) await this.touch(session.id);
    return { userId: session.user_id, sessionId: session.id, role: session.role };
  }

  /** Of many requests at the same moment only the first writes. */
  private async touch(sessionId: string): Promise<void> {
    await this.database.query(
      `UPDATE session SET last_seen_at = now(), expires_at = now() + $3 * interval '1 day'
       WHERE id = $1 AND last_seen_at < now() - $2 * interval '1 second'`,
      [sessionId, SESSION_LIMITS.touchSeconds, SESSION_LIMITS.idleDays],
    );
  }
}
