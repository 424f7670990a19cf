import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
});
afterAll(() => server.stop());

const signIn = async (email = 'olga@acme.test', userAgent = 'Test/1') => {
  const { body } = await server.call('createSession', { body: { email, password: STRONG, transport: 'token' }, headers: { 'user-agent': userAgent } });
  return body.token as string;
};
const sessionsOf = async (token: string) => {
  const { body } = await server.call('listSessions', { token });
  return body.sessions as { id: string; current: boolean; userAgent: string; address: string }[];
};

describe('sessions', () => {
  it('are listed with their device, the current one marked, the newest first', async () => {
    const token = await signIn('olga@acme.test', 'x'.repeat(2_000));
    const sessions = await sessionsOf(token);
    expect(sessions[0]).toMatchObject({ current: true, userAgent: 'x'.repeat(300), address: '192.0.2.1' });
    expect(sessions.filter((session) => session.current)).toHaveLength(1);
  });

  it('are revoked one by one', async () => {
    const token = await signIn();
    const id = (await sessionsOf(token)).find((session) => session.current)?.id ?? '';
    expect((await server.call('deleteSession', { token: owner, params: { id } })).status).toBe(204);
    expect((await server.call('getMe', { token })).status).toBe(401);
    expect((await server.call('deleteSession', { token: owner, params: { id } })).status).toBe(404);
  });

  it("of somebody else look as if they didn't exist", async () => {
    const other = await server.invite(owner, 'mia@acme.test');
    const mine = (await sessionsOf(owner))[0]?.id ?? '';
    expect((await server.call('deleteSession', { token: other.token, params: { id: mine } })).status).toBe(404);
    expect((await server.call('getMe', { token: owner })).status).toBe(200);
  });

  it('end when the person signs out, and their cookie with them', async () => {
    const token = await signIn();
    const answer = await server.call('signOut', { cookie: `parvis-session=${token}` });
    expect(answer.status).toBe(204);
    expect(answer.cookies[0]).toMatchObject({ name: 'parvis-session', value: '' });
    expect((await server.call('getMe', { token })).status).toBe(401);
  });

  it('note at most once a minute that they were used, and live on from then', async () => {
    const token = await signIn();
    const id = (await sessionsOf(token)).find((session) => session.current)?.id ?? '';
    const read = async () => (await server.database.query('SELECT last_seen_at, expires_at FROM session WHERE id = $1', [id]))[0];
    const before = await read();
    await server.call('getMe', { token });
    expect(await read()).toEqual(before);
    await server.database.query(`UPDATE session SET last_seen_at = now() - interval '2 minutes', expires_at = now() + interval '1 day' WHERE id = $1`, [id]);
    await server.call('getMe', { token });
    const after = await read();
    expect(Date.now() - after.last_seen_at.getTime()).toBeLessThan(60_000);
    expect(after.expires_at.getTime() - Date.now()).toBeGreaterThan(29 * 86_400_000);
  });

  it('end when they were not used for 30 days, and after a year whatever happens', async () => {
    const idle = await signIn();
    await server.database.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE created_at = (SELECT max(created_at) FROM session)`);
    expect((await server.call('getMe', { token: idle })).status).toBe(401);
    const old = await signIn();
    await server.database.query(`UPDATE session SET created_at = now() - interval '366 days' WHERE created_at = (SELECT max(created_at) FROM session)`);
    expect((await server.call('getMe', { token: old })).status).toBe(401);
  });

  it('are refused for a token that is none', async () => {
    for (const token of ['x', 'A'.repeat(43), '%00']) expect((await server.call('getMe', { token })).status).toBe(401);
  });
});

describe('changing the password', () => {
  it('wants the current one, ends the other sessions and keeps this one', async () => {
    const person = await server.invite(owner, 'pia@acme.test');
    const other = await signIn('pia@acme.test');
    const next = 'granite kettle sings at noon';
    const wrong = await server.call('changePassword', { token: person.token, body: { currentPassword: 'wrong wrong', password: next } });
    expect(wrong.body.code).toBe('credentials_invalid');
    const weak = await server.call('changePassword', { token: person.token, body: { currentPassword: STRONG, password: 'pia@acme.test' } });
    expect(weak.body.code).toBe('password_too_weak');
    expect((await server.call('changePassword', { token: person.token, body: { currentPassword: STRONG, password: next } })).status).toBe(204);
    expect((await server.call('getMe', { token: person.token })).status).toBe(200);
    expect((await server.call('getMe', { token: other })).status).toBe(401);
    expect((await server.call('createSession', { body: { email: 'pia@acme.test', password: STRONG } })).status).toBe(401);
  });

  it('lets a stolen session guess no faster than anybody', async () => {
    const person = await server.invite(owner, 'rob@acme.test');
    const guess = () => server.call('changePassword', { token: person.token, body: { currentPassword: 'wrong wrong', password: 'granite kettle sings at noon' } });
    for (let tries = 0; tries < 5; tries++) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
  });
});

describe('behind https', () => {
  it('keeps the session in a __Host- cookie that only travels encrypted', async () => {
    const secure = await startAccountServer({ PARVIS_PUBLIC_URL: 'https://parvis.test' });
    try {
      await secure.setUp();
      const answer = await secure.call('createSession', { body: { email: 'olga@acme.test', password: STRONG } });
      expect(answer.cookies[0]).toMatchObject({ name: '__Host-parvis-session', secure: true, httpOnly: true, path: '/' });
      expect(String(answer.headers['set-cookie'])).not.toMatch(/domain/i);
      const token = answer.cookies[0]?.value;
      expect((await secure.call('getMe', { cookie: `parvis-session=${token}` })).status).toBe(401);
      expect((await secure.call('getMe', { cookie: `__Host-parvis-session=${token}` })).status).toBe(200);
    } finally {
      await secure.stop();
    }
  });
});
