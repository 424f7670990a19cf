import type { INestApplicationContext } from '@nestjs/common';
import { language, type Language, LIMITS, userRole, type UserRole } from '@parvis/contracts';
import { Command, InvalidArgumentError, Option } from 'commander';
import { text } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import * as z from 'zod/mini';
import { Passwords, PasswordStrength, ResetLinks } from '../modules/auth/index.ts';
import { OrganisationReader } from '../modules/organisation/index.ts';
import { AddTeamMember } from '../modules/teams/index.ts';
import { CreateUser } from '../modules/users/index.ts';
import { explainValidation } from '../platform/config/validation-messages.ts';
import { Streams } from '../platform/streams/streams.ts';
import { withApplication } from './with-application.ts';

explainValidation();

export interface NewAccount {
  email: string;
  name: string;
  role: UserRole;
  language?: Language | undefined;
  /** Names of teams to join. */
  teams: string[];
  /** Without one, the person chooses it through a reset link. */
  password?: string | undefined;
}

const address = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(LIMITS.email), z.email());
const personName = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.name));

/** Commander's parser of an option by a schema. */
const parsedBy = (schema: z.ZodMiniType<string, string>) => (value: string): string => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? 'not valid');
  return parsed.data;
};

export const userCreateCommand = (): Command =>
  new Command('create')
    .description('create an account')
    .addOption(new Option('--email <address>').makeOptionMandatory().argParser(parsedBy(address)))
    .addOption(new Option('--name <name>').makeOptionMandatory().argParser(parsedBy(personName)))
    .addOption(new Option('--role <role>').choices(userRole.options).default('member'))
    .addOption(new Option('--language <language>', "the organisation's when left out").choices(language.options))
    .option('--team <name...>', 'teams to join', [])
    .option('--password-stdin', 'read the password from standard input; without it, a link to choose one is printed')
    .action(async ({ team, passwordStdin, ...options }: Omit<NewAccount, 'teams'> & { team: string[]; passwordStdin?: boolean }) => {
      const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
      await withApplication(async (app) => {
        const link = await createAccount(app, { ...options, teams: team, password });
        process.stdout.write(`Created ${options.email}\n`);
        if (link) process.stdout.write(`Choose a password within one hour: ${link}\n`);
      });
    });

/** The reset link of an account without a password, else null. */
export async function createAccount(app: INestApplicationContext, account: NewAccount): Promise<string | null> {
  const database = app.get(DataSource);
  const { password, teams, ...user } = account;
  const organisation = await app.get(OrganisationReader, { strict: false }).read(database);
  if (password !== undefined) {
    await app.get(PasswordStrength, { strict: false }).require(password, [user.email, user.name, organisation.name]);
  }
  const passwordHash = password === undefined ? null : await app.get(Passwords, { strict: false }).hash(password);
  return app.get(Streams, { strict: false }).transaction(async (tx) => {
    const { id } = await app.get(CreateUser, { strict: false }).inTransaction(tx, { ...user, language: user.language ?? organisation.language, passwordHash });
    for (const name of teams) {
      const [team] = await tx.query<{ id: string }>('SELECT id FROM team WHERE lower(name) = lower($1) ORDER BY created_at LIMIT 1', [name]);
      if (!team) throw new Error(`there is no team "${name}"`);
      await app.get(AddTeamMember, { strict: false }).addInTransaction(tx, { teamId: team.id, userId: id });
    }
    return passwordHash === null ? app.get(ResetLinks, { strict: false }).make(tx, id) : null;
  });
}
