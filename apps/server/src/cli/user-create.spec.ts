import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer, STRONG } from '../testing/account-server.ts';
import { createAccount } from './user-create.ts';

let server: AccountServer;
let owner: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
});
afterAll(() => server.stop());

const account = { email: 'cli@acme.test', name: 'Cli Person', role: 'admin', teams: [] as string[] } as const;

describe('user create', () => {
  it('makes an account that signs in with its password, in the teams named', async () => {
    expect(await createAccount(server.app, { ...account, teams: ['everyone'], password: STRONG })).toBeNull();
    const { body } = await server.call('createSession', { body: { email: account.email, password: STRONG, transport: 'token' } });
    expect(body.user).toMatchObject({ role: 'admin', language: 'en' });
    expect((await server.call('listTeams', { token: body.token })).body.teams).toHaveLength(1);
  });

  it('gives a link to choose a password when none is given', async () => {
    const link = await createAccount(server.app, { ...account, email: 'link@acme.test', teams: [] });
    const token = link?.split('token=')[1];
    expect((await server.call('createSession', { body: { email: 'link@acme.test', password: STRONG } })).status).toBe(401);
    expect((await server.call('completePasswordReset', { body: { token, password: STRONG } })).status).toBe(204);
    expect((await server.call('createSession', { body: { email: 'link@acme.test', password: STRONG } })).status).toBe(201);
  });

  it('writes nothing for a weak password, a known address or an unknown team', async () => {
    const make = (more: object) => createAccount(server.app, { ...account, email: 'no@acme.test', teams: [], ...more });
    await expect(make({ password: 'no@acme.test' })).rejects.toMatchObject({ code: 'password_too_weak' });
    await expect(make({ email: 'olga@acme.test' })).rejects.toMatchObject({ code: 'email_taken' });
    await expect(make({ teams: ['nowhere'] })).rejects.toThrow('no team "nowhere"');
    const { body } = await server.call('listUsers', { token: owner, query: { query: 'no@acme' } });
    expect(body.users).toEqual([]);
  });
});
