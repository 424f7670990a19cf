import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
});
afterAll(() => server.stop());
beforeEach(() => server.database.query('DELETE FROM sign_in_failure'));

const signIn = (password: string, email = 'olga@acme.test', address = '192.0.2.1') =>
  server.call('createSession', { body: { email, password, transport: 'token' }, address });

describe('signing in', () => {
  it('answers a browser with a cookie that scripts cannot read, and no token', async () => {
    const answer = await server.call('createSession', { body: { email: 'OLGA@acme.test ', password: STRONG } });
    expect(answer.status).toBe(201);
    expect(answer.body.token).toBeUndefined();
    expect(answer.body.user.email).toBe('olga@acme.test');
    expect(answer.cookies).toEqual([
      expect.objectContaining({ name: 'parvis-session', httpOnly: true, sameSite: 'Lax', path: '/' }),
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
    const me = await server.call('getMe', { cookie: `parvis-session=${answer.cookies[0]?.value}` });
    expect(me.status).toBe(200);
  });

  it('keeps only a hash of the token', async () => {
    const { body } = await signIn(STRONG);
    expect(Buffer.from(body.token, 'base64url')).toHaveLength(32);
    const rows = await server.database.query('SELECT token_hash FROM session');
    expect(rows.map((row: { token_hash: Buffer }) => row.token_hash.toString('base64url'))).not.toContain(body.token);
  });

  it('ends the session that the browser had before', async () => {
    const first = await server.call('createSession', { body: { email: 'olga@acme.test', password: STRONG } });
    const cookie = `parvis-session=${first.cookies[0]?.value}`;
    const second = await server.call('createSession', { cookie, body: { email: 'olga@acme.test', password: STRONG } });
    expect(second.cookies[0]?.value).not.toBe(first.cookies[0]?.value);
    expect((await server.call('getMe', { cookie })).status).toBe(401);
  });

  it('answers a wrong password and an unknown person alike', async () => {
    const wrong = await signIn('not the password at all');
    const unknown = await signIn('not the password at all', 'nobody@acme.test');
    expect(wrong.status).toBe(401);
    const strip = ({ instance: _, ...rest }: Record<string, unknown>) => rest;
    expect(strip(unknown.body)).toEqual(strip(wrong.body));
  });

  it('takes as long for an unknown person as for a known one', async () => {
    const timed = async (email: string) => {
      await server.database.query('DELETE FROM sign_in_failure');
      const start = performance.now();
      await signIn('not the password at all', email);
      return performance.now() - start;
    };
    await timed('warm@acme.test');
    // Taken in turns: what else the machine does slows both alike.
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let round = 0; round < 12; round++) {
      times.known.push(await timed('olga@acme.test'));
      times.unknown.push(await timed('nobody@acme.test'));
    }
    const [known = 0, unknown = 0] = [times.known, times.unknown].map((all) => all.sort((one, other) => one - other)[3]);
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('tells only who knows the password that the account is deactivated', async () => {
    const { id } = await server.invite(owner, 'gone@acme.test');
    await server.call('updateUser', { token: owner, params: { id }, body: { active: false } });
    expect((await signIn('not the password at all', 'gone@acme.test')).body.code).toBe('credentials_invalid');
    expect((await signIn(STRONG, 'gone@acme.test')).body.code).toBe('account_deactivated');
  });

  it('refuses a request without our header, and one from another origin', async () => {
    const body = { email: 'olga@acme.test', password: STRONG };
    const foreign = await server.call('createSession', { body, headers: { origin: 'https://evil.test' } });
    expect(foreign.body.code).toBe('csrf_rejected');
  });
});

describe('guessing', () => {
  it('slows an account down after five failures, from wherever they come', async () => {
    for (let tries = 0; tries < 5; tries++) expect((await signIn('wrong wrong wrong', undefined, `192.0.2.${tries}`)).status).toBe(401);
    const answer = await signIn(STRONG, undefined, '198.51.100.7');
    expect(answer.status).toBe(429);
    expect(answer.body.code).toBe('too_many_requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('lets in the right password once the delay is over, and forgets the failures', async () => {
    for (let tries = 0; tries < 6; tries++) await signIn('wrong wrong wrong');
    await server.database.query(`UPDATE sign_in_failure SET last_at = last_at - interval '61 seconds'`);
    expect((await signIn(STRONG)).status).toBe(201);
    expect((await signIn('wrong wrong wrong')).status).toBe(401);
  });

  it('does the same for an account that does not exist', async () => {
    for (let tries = 0; tries < 5; tries++) await signIn('wrong wrong wrong', 'nobody@acme.test');
    expect((await signIn('wrong wrong wrong', 'nobody@acme.test')).status).toBe(429);
  });

  it('gains nothing from guessing many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('wrong wrong wrong')));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
  });

  it('slows down one address that tries many accounts, and no other address', async () => {
    for (let tries = 0; tries < 20; tries++) await signIn('wrong wrong wrong', `p${tries}@acme.test`, '2001:db8::1');
    expect((await signIn(STRONG, undefined, '2001:db8::2')).status).toBe(429);
    expect((await signIn(STRONG, undefined, '2001:db8:0:1::1')).status).toBe(201);
  });
});

describe('behind a proxy that is trusted', () => {
  it('slows down the person who fails, not everybody who comes through it', async () => {
    const behind = await startAccountServer({ PARVIS_TRUSTED_PROXIES: '192.0.2.1' });
    try {
      await behind.setUp();
      const through = async (forwarded: string, password: string, email = 'olga@acme.test') =>
        (await behind.call('createSession', { body: { email, password, transport: 'token' }, headers: { 'x-forwarded-for': forwarded } })).status;
      // What the person themselves put in front of it is not believed.
      for (let tries = 0; tries < 20; tries++) await through(`203.0.113.${tries}, 198.51.100.7`, 'wrong wrong wrong', `p${tries}@acme.test`);
      expect(await through('203.0.113.99, 198.51.100.7', STRONG)).toBe(429);
      expect(await through('198.51.100.8', STRONG)).toBe(201);
    } finally {
      await behind.stop();
    }
  });
});
