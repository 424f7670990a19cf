import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { SessionEnder } from '../users/index.ts';
import { hashSecretToken, newSecretToken } from './secret-token.ts';
import { SESSION_LIMITS } from './session-limits.ts';

/** The device that signs in, as its request shows it. */
export interface Device {
  userAgent: string;
  address: string;
}

/** Begins and ends sessions, inside of the transaction that is the reason for it. */
@Injectable()
export class Sessions extends SessionEnder {
  /**
   * The new session's token, which is stored nowhere. `former`: whoever this browser was signed in
   * as; that session ends, so that no token outlives a sign-in.
   */
  async start(tx: StreamTransaction, userId: string, device: Device, former: Actor | null = null): Promise<string> {
    if (former) await this.end(tx, former.userId, former.sessionId);
    const token = newSecretToken();
    await tx.query(
      `INSERT INTO session (id, user_id, token_hash, user_agent, address, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $6, $6::timestamptz + $7::int * interval '1 day')`,
      [v7(), userId, hashSecretToken(token), device.userAgent, device.address, tx.at, SESSION_LIMITS.idleDays],
    );
    return token;
  }

  /** Ends one session of this person; false when there is none such. */
  async end(tx: StreamTransaction, userId: string, sessionId: string): Promise<boolean> {
    const ended = await tx.query(
      'WITH ended AS (DELETE FROM session WHERE id = $1 AND user_id = $2 RETURNING id) SELECT id FROM ended',
      [sessionId, userId],
    );
    if (ended.length > 0) tx.disconnect({ sessionId });
    return ended.length > 0;
  }

  async endOthers(tx: StreamTransaction, userId: string, keptSessionId: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE user_id = $1 AND id <> $2', [userId, keptSessionId]);
    tx.disconnect({ userId, exceptSessionId: keptSessionId });
    await this.forgetResetLinks(tx, userId);
  }

  override async endAll(tx: StreamTransaction, userId: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE user_id = $1', [userId]);
    tx.disconnect({ userId });
    await this.forgetResetLinks(tx, userId);
  }

  private async forgetResetLinks(tx: StreamTransaction, userId: string): Promise<void> {
    await tx.query('DELETE FROM password_reset WHERE user_id = $1', [userId]);
  }
}
