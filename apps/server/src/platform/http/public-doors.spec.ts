import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

let server: AccountServer;
beforeAll(async () => {
  server = await startAccountServer();
  await server.setUp();
});
afterAll(() => server.stop());

const token = 'x'.repeat(40);

describe('a door that needs no session', () => {
  it.each([
    ['lookUpInvitation', { token }, 410],
    ['completePasswordReset', { token, password: 'plum harbour tilts quietly' }, 410],
    ['requestPasswordReset', { email: 'nobody@acme.test' }, 202],
  ] as const)('slows down an address that knocks at %s without end, and no other', async (operation, body, usual) => {
    const statuses: number[] = [];
    for (let count = 0; count < 65; count += 1) statuses.push((await server.call(operation, { body, address: '198.51.100.7' })).status);
    expect(statuses[0]).toBe(usual);
    const refused = await server.call(operation, { body, address: '198.51.100.7' });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await server.call(operation, { body, address: '198.51.100.8' })).status).toBe(usual);
  });

  it('does not believe a forwarded address of somebody who is no trusted proxy', async () => {
    const body = { token };
    const statuses = new Set<number>();
    for (let count = 0; count < 70; count += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${count}` };
      statuses.add((await server.call('lookUpInvitation', { body, address: '198.51.100.9', headers })).status);
    }
    expect(statuses).toEqual(new Set([410, 429]));
  });
});

describe('a body of the wrong kind', () => {
  it.each(['image/png', 'text/plain', 'application/x-www-form-urlencoded'])('is refused as %s where no upload is taken', async (type) => {
    const answer = await server.call('createSession', { body: Buffer.alloc(100_000, 'a'), headers: { 'content-type': type } });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media' } });
  });

  it.each(['{"email":', '[1', 'nonsense'])('is refused as broken JSON: %s', async (text) => {
    const answer = await server.call('createSession', { body: Buffer.from(text), headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('is refused in few words, whatever it holds', async () => {
    const body = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`field${index}`, 1]));
    const answer = await server.call('createSession', { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(answer.raw.length).toBeLessThan(3_000);
  });

  it('is refused when it is too large', async () => {
    const answer = await server.call('createSession', { body: { email: 'a'.repeat(600_000) } });
    expect(answer).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
  });
});
