import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Log } from '../../platform/log/log.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { Users } from '../users/index.ts';
import { passwordResetMail } from './password-reset-mail.ts';
import { ResetLinks } from './reset-links.ts';

/** Nobody's mailbox is filled by asking again and again. */
const MINUTES_BETWEEN_MAILS = 1;

/** Mails a reset link. Everything happens after the answer, which says and takes the same for any address. */
@Injectable()
export class RequestPasswordReset implements OnApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: DataSource,
    private readonly users: Users,
    private readonly organisation: OrganisationReader,
    private readonly links: ResetLinks,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}

  run(email: string): void {
    if (!this.mailer.enabled) return;
    const sending = this.send(email)
      .catch((error: unknown) => this.log.error({ err: error }, 'reset mail failed'))
      .finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async send(email: string): Promise<void> {
    const user = await this.users.byEmail(this.database, email);
    if (!user || user.deactivatedAt !== null) return;
    const recent = await this.database.query<unknown[]>(
      `SELECT 1 FROM password_reset WHERE user_id = $1 AND created_at > now() - $2 * interval '1 minute' LIMIT 1`,
      [user.id, MINUTES_BETWEEN_MAILS],
    );
    if (recent.length > 0) return;
    const { name } = await this.organisation.read(this.database);
    await this.mailer.send(passwordResetMail(user, name, await this.links.make(this.database, user.id)));
  }
}
