import { createTestDatabase } from '@parvis/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../platform/config/config.ts';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';
import { SetupLink, UnattendedSetup } from './index.ts';

const servers: AccountServer[] = [];
const start = async (...args: Parameters<typeof startAccountServer>) => {
  const server = await startAccountServer(...args);
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0).reverse()) await server.stop();
});

const body = (token: string | undefined, password = STRONG) => ({
  token,
  organisation: { name: 'Acme', language: 'fr' },
  admin: { name: 'Olga Owner', email: 'olga@acme.test', password, timeZone: 'Europe/Paris' },
  team: { name: 'Everyone' },
});
const tokenOf = (url: string | null) => url?.split('#token=')[1];

describe('set-up', () => {
  it('makes the organisation, its owner and a first team, once, and signs the owner in', async () => {
    const server = await start();
    expect((await server.call('getSetup')).body).toEqual({ required: true });
    const url = await server.app.get(SetupLink).issue();
    expect(url).toMatch(/^http:\/\/parvis\.test\/setup#token=[\w-]{43}$/);
    const answer = await server.call('completeSetup', { body: body(tokenOf(url)) });
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({ role: 'owner', language: 'fr', timeZone: 'Europe/Paris' });
    const token = answer.cookies[0]?.value;
    expect((await server.call('listTeams', { token })).body.teams).toMatchObject([{ role: 'owner', team: { name: 'Everyone' } }]);
    expect((await server.call('listChannels', { token })).body.channels).toMatchObject([{ channel: { kind: 'public' } }]);
    expect((await server.call('getSetup')).body).toEqual({ required: false });
    expect((await server.call('completeSetup', { body: body(tokenOf(url)) })).body.code).toBe('setup_already_done');
    expect(await server.app.get(SetupLink).issue()).toBeNull();
  });

  it('needs the link of the last start', async () => {
    const server = await start();
    expect((await server.call('completeSetup', { body: body('x'.repeat(43)) })).body.code).toBe('setup_token_invalid');
    const former = await server.app.get(SetupLink).issue();
    const latest = await server.app.get(SetupLink).issue();
    expect((await server.call('completeSetup', { body: body(tokenOf(former)) })).body.code).toBe('setup_token_invalid');
    expect((await server.call('completeSetup', { body: body(tokenOf(latest), 'olga@acme.test') })).body.code).toBe('password_too_weak');
    expect((await server.call('completeSetup', { body: body(tokenOf(latest)) })).status).toBe(201);
  });

  it('writes nothing when something in it is wrong', async () => {
    const server = await start();
    const wrong = body(tokenOf(await server.app.get(SetupLink).issue()));
    wrong.admin.timeZone = 'Mars/Olympus';
    expect((await server.call('completeSetup', { body: wrong })).body.code).toBe('invalid_request');
    expect((await server.call('getSetup')).body).toEqual({ required: true });
  });

  it('happens once when two people use the link at the same moment', async () => {
    const database = await createTestDatabase();
    try {
      const [one, two] = [await start({}, database.url), await start({}, database.url)];
      const token = tokenOf(await one.app.get(SetupLink).issue());
      const answers = await Promise.all([one, two].map((server) => server.call('completeSetup', { body: body(token) })));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      for (const server of servers.splice(0)) await server.stop();
    } finally {
      await database.drop();
    }
  });
});

describe('unattended set-up', () => {
  const settings = { PARVIS_ADMIN_EMAIL: 'Root@Acme.test', PARVIS_ADMIN_PASSWORD: STRONG, PARVIS_ORGANISATION: 'Acme' };

  it('is done by one of several processes', async () => {
    const database = await createTestDatabase();
    try {
      const both = [await start(settings, database.url), await start(settings, database.url)];
      const done = await Promise.all(both.map((server) => server.app.get(UnattendedSetup).run()));
      expect(done.sort()).toEqual([false, true]);
      const answer = await both[0]?.call('createSession', { body: { email: 'root@acme.test', password: STRONG } });
      expect(answer?.body.user).toMatchObject({ role: 'owner', name: 'root' });
      for (const server of servers.splice(0)) await server.stop();
    } finally {
      await database.drop();
    }
  });

  it('refuses a password that is easy to guess', async () => {
    const server = await start({ ...settings, PARVIS_ADMIN_PASSWORD: 'password123' });
    await expect(server.app.get(UnattendedSetup).run()).rejects.toThrow(ConfigError);
    expect((await server.call('getSetup')).body).toEqual({ required: true });
  });

  it('does nothing without its settings', async () => {
    const server = await start();
    expect(await server.app.get(UnattendedSetup).run()).toBe(false);
  });
});
