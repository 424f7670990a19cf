import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ApiError } from '../../platform/http/api-error.ts';
import { networkOf } from '../../platform/http/network-of.ts';

/** Tries without delay, and the longest delay between two tries after them, in seconds. */
interface Rule {
  free: number;
  longest: number;
}

/** Short at its longest, or anybody could lock an account's owner out. */
const ACCOUNT: Rule = { free: 5, longest: 60 };
/** Behind one address there may be a whole office that mistypes. */
const ADDRESS: Rule = { free: 20, longest: 900 };

/** Failures are forgotten when none came for this long (seconds). */
const MEMORY = 3_600;

/** Seconds to wait after the last try; $2 and $3 are the rule. */
const DELAY = '(CASE WHEN count < $2 THEN 0 ELSE least($3::float8, 2 ^ least(count - $2, 20)) END)';

/** The e-mail is hashed: a table of failures need not say whom somebody tried to be. */
const accountKey = (email: string): string => `account:${createHash('sha256').update(email).digest('base64url')}`;
const addressKey = (address: string): string => `address:${networkOf(address)}`;

/** Slows down guessing, per account (whether there is one or not) and per address. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly database: DataSource) {}

  /**
   * Before the password is looked at. The try counts against the account until it has succeeded, so
   * that many at once gain nothing.
   * @throws ApiError too_many_requests, with Retry-After in seconds
   */
  async begin(email: string, address: string): Promise<void> {
    const wait = await this.waitOf(addressKey(address), ADDRESS);
    if (wait > 0) throw tooMany(wait);
    if (!(await this.count(accountKey(email), ACCOUNT))) throw tooMany(await this.waitOf(accountKey(email), ACCOUNT));
  }

  async failed(address: string): Promise<void> {
    await this.count(addressKey(address), ADDRESS);
    await this.database.query(
      `DELETE FROM sign_in_failure WHERE key IN (
         SELECT key FROM sign_in_failure WHERE last_at < now() - $1 * interval '1 second' LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [MEMORY],
    );
  }

  /** The right password, or a new one by a reset link: the account's failures are forgotten. */
  async succeeded(email: string): Promise<void> {
    await this.database.query('DELETE FROM sign_in_failure WHERE key = $1', [accountKey(email)]);
  }

  /** Counts a try unless it comes too early; one statement, so that tries at the same moment queue up. */
  private async count(key: string, { free, longest }: Rule): Promise<boolean> {
    const counted = await this.database.query<unknown[]>(
      `INSERT INTO sign_in_failure AS failure (key, count, last_at) VALUES ($1, 1, now())
       ON CONFLICT (key) DO UPDATE
         SET count = CASE WHEN failure.last_at < now() - $4 * interval '1 second' THEN 1 ELSE failure.count + 1 END, last_at = now()
         WHERE failure.last_at <= now() - ${DELAY.replaceAll('count', 'failure.count')} * interval '1 second'
       RETURNING key`,
      [key, free, longest, MEMORY],
    );
    return counted.length > 0;
  }

  private async waitOf(key: string, { free, longest }: Rule): Promise<number> {
    const [row] = await this.database.query<{ seconds: number }[]>(
      `SELECT ceil(${DELAY} - extract(epoch FROM now() - last_at))::integer AS seconds FROM sign_in_failure WHERE key = $1`,
      [key, free, longest],
    );
    return row?.seconds ?? 0;
  }
}

const tooMany = (seconds: number): ApiError =>
  new ApiError('too_many_requests', 'too many tries', { headers: { 'retry-after': String(Math.max(1, seconds)) } });
