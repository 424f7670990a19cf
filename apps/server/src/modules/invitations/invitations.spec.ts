import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';
import { type Mailbox, openMailbox } from '../../testing/mailbox.ts';

let mailbox: Mailbox;
let server: AccountServer;
let owner: string;
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startAccountServer({ PARVIS_SMTP_URL: mailbox.url });
  owner = await server.setUp();
});
afterAll(async () => {
  await server.stop();
  await mailbox.close();
});

const make = (body: object = {}, token = owner) => server.call('createInvitation', { token, body });
const tokenOf = (url: string) => url.split('#token=')[1] ?? '';
const accept = (token: string, email: string, more: object = {}) =>
  server.call('acceptInvitation', { body: { token, name: 'New Person', email, password: STRONG, language: 'en', ...more } });
const lookUp = (token: string) => server.call('lookUpInvitation', { body: { token } });

describe('an invitation of a guest', () => {
  it('brings them into its channels, and into no team', async () => {
    const [{ team }] = (await server.call('listTeams', { token: owner })).body.teams;
    const create = async (name: string) => (await server.call('createChannel', { token: owner, body: { teamId: team.id, kind: 'private', name } })).body.channel.id as string;
    const [open, archived] = [await create('with guests'), await create('over')];
    const made = await make({ role: 'guest', channelIds: [open, archived, open] });
    expect(made.body.invitation).toMatchObject({ role: 'guest', teamIds: [], channelIds: [open, archived].sort() });
    await server.call('archiveChannel', { token: owner, params: { id: archived } });
    const accepted = await accept(tokenOf(made.body.url), 'gus@elsewhere.test');
    expect(accepted.body.user).toMatchObject({ role: 'guest' });
    const session = accepted.cookies[0]?.value;
    expect((await server.call('listTeams', { token: session })).body.teams).toEqual([]);
    expect((await server.call('listChannels', { token: session })).body.channels).toMatchObject([{ channel: { id: open }, teamName: team.name }]);
    expect((await server.call('listUsers', { token: session })).body.users.map((user: { name: string }) => user.name).sort()).toEqual(['New Person', 'Olga Owner']);
  });

  it('brings them nowhere that whoever made it may not let them into any more', async () => {
    const [{ team }] = (await server.call('listTeams', { token: owner })).body.teams;
    const admin = await server.invite(owner, 'adam@acme.test', 'admin');
    await server.call('addTeamMember', { token: owner, params: { id: team.id }, body: { userId: admin.id } });
    const create = async (name: string) => (await server.call('createChannel', { token: owner, body: { teamId: team.id, kind: 'private', name, memberIds: [admin.id] } })).body.channel.id as string;
    const [left, kept] = [await create('without them'), await create('with them')];
    const made = await make({ role: 'guest', channelIds: [left, kept] }, admin.token);
    expect(made.status).toBe(201);
    await server.call('removeChannelMember', { token: owner, params: { id: left, userId: admin.id } });
    const accepted = await accept(tokenOf(made.body.url), 'gabi@elsewhere.test');
    const { channels } = (await server.call('listChannels', { token: accepted.cookies[0]?.value })).body;
    expect(channels).toMatchObject([{ channel: { id: kept } }]);
  });

  it('opens nothing, and makes no empty account, once none of its channels is open to them', async () => {
    const [{ team }] = (await server.call('listTeams', { token: owner })).body.teams;
    const { id } = (await server.call('createChannel', { token: owner, body: { teamId: team.id, kind: 'private', name: 'soon over' } })).body.channel;
    const made = await make({ role: 'guest', channelIds: [id] });
    const token = tokenOf(made.body.url);
    expect((await lookUp(token)).status).toBe(200);
    await server.call('archiveChannel', { token: owner, params: { id } });
    expect(await lookUp(token)).toMatchObject({ status: 410, body: { code: 'invitation_invalid' } });
    expect(await accept(token, 'nobody@elsewhere.test')).toMatchObject({ status: 410, body: { code: 'invitation_invalid' } });
    await server.call('unarchiveChannel', { token: owner, params: { id } });
    expect((await accept(token, 'nobody@elsewhere.test')).status).toBe(201);
    const { invitations } = (await server.call('listInvitations', { token: owner })).body;
    expect(invitations.find((entry: { id: string }) => entry.id === made.body.invitation.id)).toMatchObject({ acceptedCount: 1 });
  });

  it('names channels that I may let them into, and nothing else', async () => {
    const [{ team }] = (await server.call('listTeams', { token: owner })).body.teams;
    const general = (await server.call('listChannels', { token: owner })).body.channels.find((summary: { channel: { general: boolean } }) => summary.channel.general).channel.id;
    expect((await make({ role: 'guest' })).status).toBe(400);
    expect((await make({ role: 'guest', channelIds: [general], teamIds: [team.id] })).status).toBe(400);
    expect((await make({ role: 'member', channelIds: [general] })).status).toBe(400);
    expect((await make({ role: 'guest', channelIds: [general] })).status).toBe(403);
    expect((await make({ role: 'guest', channelIds: [crypto.randomUUID()] })).status).toBe(404);
  });
});

describe('an invitation by e-mail', () => {
  it('is mailed, makes one account and brings it into its teams and their general channels', async () => {
    const [{ team }] = (await server.call('listTeams', { token: owner })).body.teams;
    const made = await make({ email: 'Ann@acme.test', teamIds: [team.id] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ mailSent: true, invitation: { email: 'ann@acme.test', acceptedCount: 0 } });
    const token = tokenOf(made.body.url);
    const mail = await mailbox.next();
    expect(mail.text).toContain(made.body.url);
    expect(mail.subject).toBe('Olga Owner invites you to Acme');
    expect((await lookUp(token)).body).toEqual({ organisationName: 'Acme', email: 'ann@acme.test', language: 'en' });

    const accepted = await accept(token, 'ann@acme.test');
    expect(accepted.status).toBe(201);
    expect(accepted.body.user).toMatchObject({ name: 'New Person', role: 'member' });
    const session = accepted.cookies[0]?.value;
    expect((await server.call('listTeams', { token: session })).body.teams).toHaveLength(1);
    expect((await server.call('listChannels', { token: session })).body.channels).toHaveLength(1);
    expect((await accept(token, 'ann@acme.test')).body.code).toBe('invitation_invalid');
    expect((await lookUp(token)).status).toBe(410);
  });

  it('is for that address only', async () => {
    const token = tokenOf((await make({ email: 'bob@acme.test' })).body.url);
    expect((await accept(token, 'eve@evil.test')).body.code).toBe('invitation_email_mismatch');
    expect((await accept(token, 'bob@acme.test')).status).toBe(201);
  });

  it('is replaced by inviting again', async () => {
    const first = tokenOf((await make({ email: 'cat@acme.test' })).body.url);
    const second = tokenOf((await make({ email: 'cat@acme.test' })).body.url);
    expect((await lookUp(first)).status).toBe(410);
    expect((await lookUp(second)).status).toBe(200);
  });

  it('is refused for a person who is here already', async () => {
    expect((await make({ email: 'olga@acme.test' })).body.code).toBe('email_taken');
  });

  it('makes one account when it is used twice at the same moment', async () => {
    const token = tokenOf((await make({ email: 'dan@acme.test' })).body.url);
    const answers = await Promise.all([accept(token, 'dan@acme.test'), accept(token, 'dan@acme.test')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 410]);
  });
});

describe('an invitation link', () => {
  it('serves several people and counts them', async () => {
    const made = await make();
    expect(made.body.mailSent).toBe(false);
    const token = tokenOf(made.body.url);
    expect((await accept(token, 'one@acme.test')).status).toBe(201);
    expect((await accept(token, 'two@acme.test', { password: 'two@acme.test' })).body.code).toBe('password_too_weak');
    expect((await accept(token, 'two@acme.test')).status).toBe(201);
    expect((await accept(token, 'two@acme.test')).body.code).toBe('email_taken');
    const { invitations } = (await server.call('listInvitations', { token: owner })).body;
    expect(invitations.find((entry: { id: string }) => entry.id === made.body.invitation.id)).toMatchObject({ acceptedCount: 2 });
  });

  it('opens nothing once withdrawn, expired, or when its maker left', async () => {
    const withdrawn = await make();
    expect((await server.call('deleteInvitation', { token: owner, params: { id: withdrawn.body.invitation.id } })).status).toBe(204);
    expect((await accept(tokenOf(withdrawn.body.url), 'three@acme.test')).status).toBe(410);
    expect((await server.call('deleteInvitation', { token: owner, params: { id: withdrawn.body.invitation.id } })).status).toBe(404);

    const admin = await server.invite(owner, 'adm@acme.test', 'admin');
    const kept = await make({ role: 'admin' }, admin.token);
    expect((await lookUp(tokenOf(kept.body.url))).status).toBe(200);
    await server.call('updateUser', { token: owner, params: { id: admin.id }, body: { active: false } });
    expect((await accept(tokenOf(kept.body.url), 'three@acme.test')).status).toBe(410);

    const late = await make();
    await server.database.query('UPDATE invitation SET expires_at = now() WHERE id = $1', [late.body.invitation.id]);
    expect((await accept(tokenOf(late.body.url), 'three@acme.test')).status).toBe(410);
  });

  it('is made by admins only, into teams that exist', async () => {
    const member = await server.invite(owner, 'mem@acme.test');
    expect((await make({}, member.token)).status).toBe(403);
    expect((await server.call('listInvitations', { token: member.token })).status).toBe(403);
    expect((await make({ teamIds: ['01890000-0000-7000-8000-000000000000'] })).status).toBe(404);
    expect((await make({ role: 'owner' })).status).toBe(400);
  });

  it('ends the session that the browser had before', async () => {
    const before = (await server.call('createSession', { body: { email: 'olga@acme.test', password: STRONG } })).cookies[0]?.value;
    const answer = await server.call('acceptInvitation', {
      cookie: `parvis-session=${before}`,
      body: { token: tokenOf((await make()).body.url), name: 'Four', email: 'four@acme.test', password: STRONG, language: 'en' },
    });
    expect(answer.status).toBe(201);
    expect((await server.call('getMe', { token: before })).status).toBe(401);
  });
});

describe('when the mail server refuses', () => {
  it('shows the link all the same, and says that no mail went out', async () => {
    mailbox.refuse();
    const made = await make({ email: 'zoe@acme.test' });
    expect(made.body).toMatchObject({ mailSent: false });
    expect((await accept(tokenOf(made.body.url), 'zoe@acme.test')).status).toBe(201);
  });
});
