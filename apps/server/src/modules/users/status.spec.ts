import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
let ann: { token: string; id: string };
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  ann = await server.invite(owner, 'ann@acme.test');
});
afterAll(() => server.stop());

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const past = () => new Date(Date.now() - 1_000).toISOString();
const set = (body: object) => server.call('setStatus', { token: ann.token, body });
const rest = (until: string | null) => server.call('setDoNotDisturb', { token: ann.token, body: { until } });
const lastEvent = async () =>
  (await server.database.query(`SELECT type, payload FROM stream_event WHERE stream LIKE 'organisation:%' ORDER BY seq DESC LIMIT 1`))[0];

describe('what somebody says of themselves', () => {
  it('is seen and told to everybody, until it is taken back', async () => {
    const status = { emoji: '🏝️', text: 'On holiday', expiresAt: inAnHour() };
    const answer = await set({ ...status, text: '  On holiday ' });
    expect(answer.body.status).toEqual(status);
    expect(await lastEvent()).toEqual({ type: 'user.updated', payload: { user: answer.body } });
    expect((await server.call('getUser', { token: owner, params: { id: ann.id } })).body.status).toEqual(status);
    expect((await server.call('clearStatus', { token: ann.token })).body.status).toBeNull();
    expect((await lastEvent()).payload.user.status).toBeNull();
  });

  it('may be an emoji only, or text only, and is none when empty', async () => {
    expect((await set({ emoji: '🚌', text: '', expiresAt: null })).body.status).toEqual({ emoji: '🚌', text: '', expiresAt: null });
    expect((await set({ emoji: '', text: 'Back soon', expiresAt: null })).body.status).toEqual({ emoji: '', text: 'Back soon', expiresAt: null });
    expect((await set({ emoji: '', text: ' ', expiresAt: inAnHour() })).body.status).toBeNull();
    expect(await server.database.query('SELECT status_expires_at AS at FROM app_user WHERE id = $1', [ann.id])).toEqual([{ at: null }]);
  });

  it('has a real emoji, and an end that is still to come', async () => {
    for (const emoji of ['👍🏽', '🇫🇷', '👩‍🚀', '1️⃣']) expect((await set({ emoji, text: '', expiresAt: null })).status).toBe(200);
    for (const emoji of ['x', '🏝️🏝️', '1', ' ', 'custom:01890000-0000-7000-8000-000000000000', 'custom:x']) {
      expect((await set({ emoji, text: '', expiresAt: null })).body.code).toBe('emoji_invalid');
    }
    expect((await set({ emoji: '', text: 'late', expiresAt: past() })).body.code).toBe('scheduled_in_past');
    expect((await set({ emoji: '', text: 'x'.repeat(101), expiresAt: null })).status).toBe(400);
  });

  it('tells nothing when nothing changed', async () => {
    await set({ emoji: '🚌', text: 'On the way', expiresAt: null });
    const before = await server.database.query(`SELECT head FROM stream WHERE id LIKE 'organisation:%'`);
    await set({ emoji: '🚌', text: 'On the way', expiresAt: null });
    expect(await server.database.query(`SELECT head FROM stream WHERE id LIKE 'organisation:%'`)).toEqual(before);
  });
});

describe('do not disturb', () => {
  it('lasts until its end or until it is taken back', async () => {
    const until = inAnHour();
    const answer = await rest(until);
    expect(answer.body.doNotDisturbUntil).toBe(until);
    expect(await lastEvent()).toEqual({ type: 'user.updated', payload: { user: answer.body } });
    expect((await rest(null)).body.doNotDisturbUntil).toBeNull();
    expect((await rest(past())).body.code).toBe('scheduled_in_past');
  });
});
