import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { Users } from '../users/index.ts';
import { passwordResetMail } from './password-reset-mail.ts';
import { ResetLinks } from './reset-links.ts';

/** Nobody's mailbox is filled by asking again and again. */
const MINUTES_BETWEEN_MAILS = 1;

/** Mails a reset link. The answer says and takes the same for any address: all else is a job's. */
@Injectable()
export class RequestPasswordReset implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly users: Users,
    private readonly organisation: OrganisationReader,
    private readonly links: ResetLinks,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('auth.mail-password-reset', ({ email }) => this.send(email));
  }

  async run(email: string): Promise<void> {
    if (this.mailer.enabled) await this.jobs.add(null, 'auth.mail-password-reset', { email }, { key: `password-reset:${email}` });
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
    // A link that isn't mailed is taken back: it would stand in the way of the next try.
    await this.database.transaction(async (manager) => {
      const url = await this.links.make(manager, user.id);
      if (!(await this.mailer.send(passwordResetMail(user, name, url)))) throw new Error('the mail server did not take it');
    });
  }
}
