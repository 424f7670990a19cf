import { Command } from 'commander';
import { DataSource } from 'typeorm';
import { ResetLinks } from '../modules/auth/index.ts';
import { Users } from '../modules/users/index.ts';
import { withApplication } from './with-application.ts';

/** For owners who forgot their password on an instance without mail. */
export const userResetLinkCommand = (): Command =>
  new Command('reset-link')
    .description('print a link by which a person chooses a new password')
    .argument('<email>')
    .action((email: string) =>
      withApplication(async (app) => {
        const database = app.get(DataSource);
        const user = await app.get(Users, { strict: false }).byEmail(database, email.trim().toLowerCase());
        if (!user) throw new Error(`there is no account ${email}`);
        process.stdout.write(`Valid once, for one hour: ${await app.get(ResetLinks, { strict: false }).make(database, user.id)}\n`);
      }),
    );
