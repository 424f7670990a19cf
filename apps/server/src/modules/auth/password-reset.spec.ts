import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';
import { type Mailbox, openMailbox } from '../../testing/mailbox.ts';

const NEXT = 'granite kettle sings at noon';
let mailbox: Mailbox;
let server: AccountServer;
let owner: string;
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startAccountServer({ PARVIS_SMTP_URL: mailbox.url, PARVIS_SMTP_FROM: 'Parvis <hello@parvis.test>' });
  owner = await server.setUp();
});
afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const ask = (email: string) => server.call('requestPasswordReset', { body: { email } });
const complete = (token: string | undefined, password = NEXT) => server.call('completePasswordReset', { body: { token, password } });
/** The next mail, once its link holds: it is sent a moment before that is committed. */
async function linkMailed(email: string): Promise<ParsedMail> {
  const mail = await mailbox.next();
  await vi.waitFor(async () => {
    expect(await server.database.query('SELECT 1 FROM password_reset JOIN app_user ON app_user.id = user_id WHERE email = $1', [email])).toHaveLength(1);
  });
  return mail;
}
const tokenIn = (text: string | undefined) => /reset-password#token=([\w-]+)/.exec(text ?? '')?.[1];

describe('a forgotten password', () => {
  it('is replaced through a mailed link: once, ending all sessions', async () => {
    const person = await server.invite(owner, 'ann@acme.test');
    expect(await ask('ann@acme.test')).toMatchObject({ status: 202, body: { mailEnabled: true } });
    const mail = await linkMailed('ann@acme.test');
    expect(mail.from?.text).toContain('hello@parvis.test');
    expect(mail.to).toMatchObject({ text: 'ann@acme.test' });
    expect(mail.subject).toContain('Acme');
    const token = tokenIn(mail.text);
    expect(tokenIn(String(mail.html))).toBe(token);
    expect((await complete(token, 'acme acme')).body.code).toBe('invalid_request');
    expect((await complete(token, 'ann@acme.test')).body.code).toBe('password_too_weak');
    expect((await complete(token)).status).toBe(204);
    expect((await server.call('getMe', { token: person.token })).status).toBe(401);
    expect((await server.call('createSession', { body: { email: 'ann@acme.test', password: NEXT } })).status).toBe(201);
    expect((await complete(token)).body.code).toBe('reset_token_invalid');
  });

  it('is used once also when it is used twice at the same moment', async () => {
    await server.invite(owner, 'bob@acme.test');
    await ask('bob@acme.test');
    const token = tokenIn((await linkMailed('bob@acme.test')).text);
    const answers = await Promise.all([complete(token), complete(token, 'seven amber lanterns drift')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 410]);
  });

  it('answers the same for an unknown address, and mails nothing', async () => {
    const before = mailbox.mails.length;
    const unknown = await ask('nobody@acme.test');
    const known = await ask('olga@acme.test');
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect((await mailbox.next()).to).toMatchObject({ text: 'olga@acme.test' });
    expect(mailbox.mails).toHaveLength(before + 1);
  });

  it('is mailed once a minute at most', async () => {
    await server.invite(owner, 'cat@acme.test');
    await ask('cat@acme.test');
    await linkMailed('cat@acme.test');
    await ask('cat@acme.test');
    await server.invite(owner, 'dan@acme.test');
    await ask('dan@acme.test');
    expect((await mailbox.next()).to).toMatchObject({ text: 'dan@acme.test' });
  });

  it('is written in the language of the person', async () => {
    const person = await server.invite(owner, 'eve@acme.test');
    await server.call('updateMe', { token: person.token, body: { language: 'fr' } });
    await ask('eve@acme.test');
    const mail = await mailbox.next();
    expect(mail.subject).toContain('nouveau mot de passe');
    expect(String(mail.html)).toContain('lang="fr"');
  });

  it('cannot be replaced an hour later, nor once the account is deactivated', async () => {
    const person = await server.invite(owner, 'fay@acme.test');
    const link = async () => tokenIn((await server.call('createPasswordResetLink', { token: owner, params: { id: person.id } })).body.url);
    const late = await link();
    await server.database.query(`UPDATE password_reset SET expires_at = now() - interval '1 second'`);
    expect((await complete(late)).status).toBe(410);
    const kept = await link();
    await server.call('updateUser', { token: owner, params: { id: person.id }, body: { active: false } });
    await server.call('updateUser', { token: owner, params: { id: person.id }, body: { active: true } });
    expect((await complete(kept)).status).toBe(410);
  });

  it('leaves no token in the database', async () => {
    await server.invite(owner, 'gus@acme.test');
    await ask('gus@acme.test');
    const token = tokenIn((await linkMailed('gus@acme.test')).text) ?? '';
    const rows: { row: string }[] = await server.database.query(`SELECT password_reset::text AS row FROM password_reset`);
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('a reset link from an admin', () => {
  it('is not made for owners by admins, nor for oneself, nor by members', async () => {
    const admin = await server.invite(owner, 'adm@acme.test', 'admin');
    const member = await server.invite(owner, 'mem@acme.test');
    const me = (await server.call('getMe', { token: owner })).body.id;
    const make = async (token: string, id: string) => (await server.call('createPasswordResetLink', { token, params: { id } })).status;
    expect(await make(admin.token, me)).toBe(403);
    expect(await make(owner, me)).toBe(403);
    expect(await make(member.token, admin.id)).toBe(403);
    expect(await make(admin.token, '01890000-0000-7000-8000-000000000000')).toBe(404);
    const { body } = await server.call('createPasswordResetLink', { token: admin.token, params: { id: member.id } });
    expect((await complete(tokenIn(body.url))).status).toBe(204);
    expect((await server.call('getMe', { token: member.token })).status).toBe(401);
  });
});

describe('without mail', () => {
  it('says so', async () => {
    const mute = await startAccountServer();
    try {
      await mute.setUp();
      expect((await mute.call('requestPasswordReset', { body: { email: 'olga@acme.test' } })).body).toEqual({ mailEnabled: false });
      expect((await mute.call('getOrganisation', { token: (await mute.call('createSession', { body: { email: 'olga@acme.test', password: STRONG, transport: 'token' } })).body.token })).body.mailEnabled).toBe(false);
    } finally {
      await mute.stop();
    }
  });
});
