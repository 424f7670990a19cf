import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
let ownerId: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  ownerId = (await server.call('getMe', { token: owner })).body.id;
});
afterAll(() => server.stop());

const update = (token: string, id: string, body: object) => server.call('updateUser', { token, params: { id }, body });
const lastEvent = async () =>
  (await server.database.query(`SELECT type, payload, author FROM stream_event WHERE stream LIKE 'organisation:%' ORDER BY seq DESC LIMIT 1`))[0];

describe('my profile', () => {
  it('changes and is told to the organisation', async () => {
    const person = await server.invite(owner, 'ann@acme.test');
    expect(await lastEvent()).toMatchObject({ type: 'user.created', payload: { user: { id: person.id } } });
    const answer = await server.call('updateMe', { token: person.token, body: { name: '  Ann Archer ', title: 'Baker', timeZone: 'Asia/Kolkata' } });
    expect(answer.body).toMatchObject({ name: 'Ann Archer', title: 'Baker', timeZone: 'Asia/Kolkata', language: 'en' });
    expect(await lastEvent()).toEqual({ type: 'user.updated', payload: { user: answer.body }, author: person.id });
  });

  it('tells nothing when nothing changed', async () => {
    const before = await server.database.query(`SELECT head FROM stream WHERE id LIKE 'organisation:%'`);
    await server.call('updateMe', { token: owner, body: { name: 'Olga Owner' } });
    expect(await server.database.query(`SELECT head FROM stream WHERE id LIKE 'organisation:%'`)).toEqual(before);
  });

  it('takes no role, no e-mail, and no time zone that there is not', async () => {
    for (const body of [{ role: 'owner' }, { email: 'x@acme.test' }, { id: ownerId }, { timeZone: 'Mars/Olympus' }, { name: '   ' }, { name: 'nul\0' }]) {
      expect((await server.call('updateMe', { token: owner, body })).status).toBe(400);
    }
  });
});

describe('the list of people', () => {
  it('refuses text that no database holds', async () => {
    expect((await server.call('listUsers', { token: owner, query: { query: 'a\0b' } })).status).toBe(400);
  });

  it('is read page by page, by name, everyone once', async () => {
    for (const name of ['p1', 'p2', 'p3', 'p4', 'p5']) await server.invite(owner, `${name}@pages.test`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await server.call('listUsers', { token: owner, query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...body.users.map((user: { name: string }) => user.name));
      cursor = body.next;
    } while (cursor);
    expect(seen).toEqual([...seen].sort((a, b) => a.localeCompare(b)));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['p1', 'p5', 'Olga Owner']));
  });

  it('is searched for what was typed, not for a pattern', async () => {
    const find = async (query: string) => (await server.call('listUsers', { token: owner, query: { query } })).body.users.map((user: { email: string }) => user.email);
    expect(await find('OLGA own')).toEqual(['olga@acme.test']);
    for (const pattern of ['%', '_', 'o%a', '\\']) expect(await find(pattern)).toEqual([]);
  });

  it('refuses a cursor that it did not make', async () => {
    for (const cursor of ['x', Buffer.from('["a\\u0000","01890000-0000-7000-8000-000000000000"]').toString('base64url'), Buffer.from('["a","b"]').toString('base64url'), Buffer.from('{}').toString('base64url')]) {
      expect((await server.call('listUsers', { token: owner, query: { cursor } })).body.code).toBe('invalid_cursor');
    }
  });

  it('finds people by id and leaves out the unknown', async () => {
    const ids = [ownerId, '01890000-0000-7000-8000-000000000000', 'nonsense'].join(',');
    const { body } = await server.call('listUsers', { token: owner, query: { ids } });
    expect(body).toMatchObject({ users: [{ id: ownerId }], next: null });
  });

  it('leaves out the deactivated unless asked for', async () => {
    const person = await server.invite(owner, 'zed@acme.test');
    await update(owner, person.id, { active: false });
    const list = async (deactivated: string) => (await server.call('listUsers', { token: owner, query: { query: 'zed', deactivated } })).body.users.length;
    expect(await list('false')).toBe(0);
    expect(await list('true')).toBe(1);
  });
});

describe('accounts', () => {
  it('are closed with all their sessions, and reopened', async () => {
    const person = await server.invite(owner, 'bob@acme.test');
    const closed = await update(owner, person.id, { active: false });
    expect(closed.body.deactivatedAt).not.toBeNull();
    expect((await server.call('getMe', { token: person.token })).status).toBe(401);
    expect((await lastEvent()).payload.user.deactivatedAt).toBe(closed.body.deactivatedAt);
    expect((await update(owner, person.id, { active: true })).body.deactivatedAt).toBeNull();
    expect((await server.call('getMe', { token: person.token })).status).toBe(401);
    expect((await server.call('createSession', { body: { email: 'bob@acme.test', password: STRONG } })).status).toBe(201);
  });

  it('of owners are out of reach for admins, and admins make no owners', async () => {
    const admin = await server.invite(owner, 'adm@acme.test', 'admin');
    const member = await server.invite(owner, 'mem@acme.test');
    expect((await update(admin.token, ownerId, { active: false })).status).toBe(403);
    expect((await update(admin.token, ownerId, { role: 'member' })).status).toBe(403);
    expect((await update(admin.token, admin.id, { role: 'owner' })).status).toBe(403);
    expect((await update(admin.token, admin.id, { active: false })).status).toBe(403);
    expect((await update(member.token, admin.id, { role: 'member' })).status).toBe(403);
    expect((await update(admin.token, member.id, { role: 'guest' })).body.role).toBe('guest');
    expect((await update(owner, '01890000-0000-7000-8000-000000000000', { role: 'guest' })).status).toBe(404);
  });

  it('take their new role into the next request', async () => {
    const admin = await server.invite(owner, 'tim@acme.test', 'admin');
    expect((await server.call('listInvitations', { token: admin.token })).status).toBe(200);
    await update(owner, admin.id, { role: 'member' });
    expect((await server.call('listInvitations', { token: admin.token })).status).toBe(403);
  });

  it('always keep an owner, also when two remove each other at the same moment', async () => {
    expect((await update(owner, ownerId, { role: 'member' })).body.code).toBe('last_owner');
    const second = await server.invite(owner, 'sue@acme.test');
    await update(owner, second.id, { role: 'owner' });
    const answers = await Promise.all([update(owner, second.id, { role: 'member' }), update(second.token, ownerId, { role: 'member' })]);
    expect(answers.map((answer) => answer.status)).toContain(200);
    const [{ count }] = await server.database.query(`SELECT count(*) FROM app_user WHERE role = 'owner'`);
    expect(count).toBe(1);
  });
});
