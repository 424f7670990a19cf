import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { DataSource } from 'typeorm';
import { HandOverDocuments } from '../modules/documents/index.ts';
import { Users } from '../modules/users/index.ts';
import { withApplication } from './with-application.ts';

export const userHandOverCommand = (): Command =>
  new Command('hand-over')
    .description('give the documents that were a closed account’s own to somebody else')
    .argument('<from>', 'e-mail of the closed account')
    .argument('<to>', 'e-mail of who gets them')
    .action((from: string, to: string) =>
      withApplication(async (app) => {
        process.stdout.write(`${await handOver(app, from, to)} documents, with all below them, are ${to}’s own now\n`);
      }),
    );

/** Of a closed account only: what is somebody's own is nobody else's while they are here. Answers how many stood at the top. */
export async function handOver(app: INestApplicationContext, from: string, to: string): Promise<number> {
  const database = app.get(DataSource);
  const users = app.get(Users, { strict: false });
  const [former, next] = await Promise.all([from, to].map((email) => users.byEmail(database, email.trim().toLowerCase())));
  if (!former) throw new Error(`there is no account ${from}`);
  if (!next) throw new Error(`there is no account ${to}`);
  if (former.deactivatedAt === null) throw new Error(`${from} is not closed: close the account first`);
  if (next.deactivatedAt !== null || next.role === 'guest') throw new Error(`${to} is closed, or a guest’s: guests own no documents`);
  return app.get(HandOverDocuments, { strict: false }).run(former.id, next.id);
}
