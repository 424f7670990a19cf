import { serverCli, type TestAccount, type TestServer } from '@parvis/testing';
import { execFileSync } from 'node:child_process';

/** Fills the server's database with the demonstration and signs two of its people in. */
export async function seedDemo(server: TestServer): Promise<{ camille: TestAccount; owen: TestAccount }> {
  const told = execFileSync(process.execPath, [serverCli, 'seed'], { env: { ...process.env, DATABASE_URL: server.databaseUrl }, encoding: 'utf8' });
  const [, email = '', password = ''] = /Sign in as (\S+) with (\S+)/.exec(told) ?? [];
  const domain = email.split('@')[1] ?? '';
  return { camille: await server.signIn(email, password), owen: await server.signIn(`owen@${domain}`, password) };
}
