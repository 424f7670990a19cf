import type { DocumentRole } from '@parvis/contracts';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeOf, Writer } from '../../fixtures/documents.ts';

let server: TestServer;
let [olga, bob, carol] = [] as unknown as [TestAccount, TestAccount, TestAccount];
let owner: TestAccount;
const writers: Writer[] = [];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.setUp();
  [olga, bob, carol] = await Promise.all([server.createUser('Olga'), server.createUser('Bob'), server.createUser('Carol')]);
});
afterAll(async () => {
  for (const { socket } of writers) socket.disconnect();
  await server?.stop();
});

async function opened(account: TestAccount, documentId: string): Promise<Writer> {
  const writer = await Writer.connect(server.url, account, documentId);
  writers.push(writer);
  await writer.open();
  return writer;
}
const made = async (by: TestAccount, body: { channelId?: string; parentId?: string } = {}) => (await by.api.call('createDocument', { body })).document.id;
const shared = async () => (await olga.api.call('openConversation', { body: { userIds: [bob.user.id, carol.user.id] } })).channel.id;
const give = (id: string, whom: TestAccount, role: DocumentRole, by = olga) => by.api.call('grantDocumentToUser', { params: { id, userId: whom.user.id }, body: { role } });
const take = (id: string, whom: TestAccount, by = olga) => by.api.call('revokeDocumentFromUser', { params: { id, userId: whom.user.id } });
const set = (id: string, body: { inheritsAccess?: boolean; linkAccess?: 'none' | 'reader' | 'commenter' | 'editor'; published?: boolean }, by = olga) => by.api.call('updateDocumentAccess', { params: { id }, body });
const roleOf = (account: TestAccount, id: string): Promise<string | null> => account.api.call('getDocument', { params: { id } }).then(({ role }) => role, () => null);
async function groupOf(...people: TestAccount[]): Promise<string> {
  const { id } = await owner.api.call('createGroup', { body: { handle: `g-${people[0]!.user.id.slice(-8)}`, name: 'Group', teamId: null } });
  for (const { user } of people) await owner.api.call('addGroupMember', { params: { id, userId: user.id } });
  return id;
}
/** What the stream of a person said of documents. */
async function told({ api, user }: TestAccount): Promise<unknown[]> {
  const { streams } = await api.call('sync', { body: { cursors: { [`user:${user.id}`]: 0 } } });
  const { events } = (streams[`user:${user.id}`] ?? { events: [] }) as { events: { type: string; payload: unknown }[] };
  return events.filter(({ type }) => type === 'document.changed').map(({ payload }) => payload);
}
const closed = (writer: Writer): Promise<void> => vi.waitFor(() => { if (writer.told.document_closed.length === 0) throw new Error('still open'); }, { timeout: 10_000, interval: 20 });

describe('what a person is to a document', () => {
  it('is the most that its home, a grant, a group or its link give, here or above', async () => {
    const top = await made(olga);
    const child = await made(olga, { parentId: top });
    expect(await roleOf(bob, child)).toBeNull();
    await set(top, { linkAccess: 'reader' });
    expect(await roleOf(bob, child)).toBe('reader');
    const group = await owner.api.call('createGroup', { body: { handle: `g-${child.slice(-8)}`, name: 'Group', teamId: null } });
    await owner.api.call('addGroupMember', { params: { id: group.id, userId: bob.user.id } });
    await olga.api.call('grantDocumentToGroup', { params: { id: top, groupId: group.id }, body: { role: 'commenter' } });
    expect(await roleOf(bob, child)).toBe('commenter');
    await give(child, bob, 'editor');
    expect(await roleOf(bob, child)).toBe('editor');
    expect(await roleOf(bob, top)).toBe('commenter');
    const { grants } = await olga.api.call('getDocumentAccess', { params: { id: child } });
    expect(grants).toEqual([
      { userId: bob.user.id, groupId: null, role: 'editor', inheritedFrom: null }, { userId: null, groupId: group.id, role: 'commenter', inheritedFrom: top },
    ]);
  });

  it('below one that keeps to itself, is only what was given there; whatever happens above', async () => {
    const top = await made(olga);
    const apart = await made(olga, { parentId: top });
    const below = await made(olga, { parentId: apart });
    await set(apart, { inheritsAccess: false, linkAccess: 'none' });
    await give(below, carol, 'reader');
    await give(top, bob, 'manager');
    await set(top, { linkAccess: 'editor', published: true });
    for (const id of [apart, below]) expect(await roleOf(bob, id)).toBeNull();
    expect(await roleOf(carol, below)).toBe('reader');
    expect((await olga.api.call('getDocumentAccess', { params: { id: apart } })).published).toBe(false);
    const channelId = await shared();
    await olga.api.call('moveDocument', { params: { id: top }, body: { channelId } });
    expect([await roleOf(bob, apart), await roleOf(carol, apart), await roleOf(carol, below)]).toEqual([null, null, 'reader']);
    await set(apart, { inheritsAccess: true });
    expect(await roleOf(carol, apart)).toBe('editor');
  });

  it('is told of others to who may comment: who of these people may open it', async () => {
    const id = await made(olga);
    const readers = async (by: TestAccount) => (await by.api.call('lookUpDocumentReaders', { params: { id }, body: { userIds: [olga, bob, carol].map(({ user }) => user.id) } })).userIds.sort();
    expect(await codeOf(readers(bob))).toBe('not_found');
    await give(id, bob, 'reader');
    expect(await codeOf(readers(bob))).toBe('forbidden');
    await give(id, bob, 'commenter');
    expect(await readers(bob)).toEqual([olga.user.id, bob.user.id].sort());
    await set(id, { linkAccess: 'reader' });
    expect(await readers(olga)).toEqual([olga.user.id, bob.user.id, carol.user.id].sort());
    // Whom a guest may not see they learn nothing of.
    const guest = await server.createUser('Gus', { role: 'guest' });
    await give(id, guest, 'commenter');
    expect(await readers(guest)).toEqual([]);
    await olga.api.call('trashDocument', { params: { id } });
    expect(await codeOf(readers(olga))).toBe('document_trashed');
  });

  it('leaves somebody who manages it', async () => {
    const id = await made(olga, { channelId: await shared() });
    await set(id, { inheritsAccess: false });
    expect([await roleOf(olga, id), await roleOf(bob, id)]).toEqual(['manager', null]);
    expect(await codeOf(take(id, olga))).toBe('last_owner');
    expect(await codeOf(give(id, olga, 'reader'))).toBe('last_owner');
    await give(id, bob, 'manager');
    await take(id, olga);
    expect([await roleOf(olga, id), await roleOf(bob, id)]).toEqual([null, 'manager']);
  });

  it('may be left by oneself, and is not taken from others by those who don’t manage', async () => {
    const id = await made(olga);
    await give(id, bob, 'editor');
    await give(id, carol, 'reader');
    expect(await codeOf(take(id, carol, bob))).toBe('forbidden');
    await take(id, carol, carol);
    expect(await roleOf(carol, id)).toBeNull();
    expect(await roleOf(bob, id)).toBe('editor');
  });

  it('is told to whom it is given and from whom it is taken', async () => {
    const dora = await server.createUser('Dora');
    const id = await made(olga);
    await give(id, dora, 'reader');
    await take(id, dora);
    expect(await told(dora)).toEqual([{ documentId: id }, { documentId: id }]);
  });

  it('is told to everybody in a group that it is given to and taken from', async () => {
    const people = await Promise.all(['Emil', 'Fay'].map((name) => server.createUser(name)));
    const id = await made(olga);
    const groupId = await groupOf(...people);
    await olga.api.call('grantDocumentToGroup', { params: { id, groupId }, body: { role: 'reader' } });
    await olga.api.call('revokeDocumentFromGroup', { params: { id, groupId } });
    for (const person of people) expect(await told(person)).toEqual([{ documentId: id }, { documentId: id }]);
  });

  it('falls to those who look after its conversation once nobody is left who manages it', async () => {
    const teamIds = [(await owner.api.call('createTeam', { body: { name: 'Crew' } })).team.id];
    const [lead, member, keeper, other] = await Promise.all(['Lead', 'Member', 'Keeper', 'Other'].map((name) => server.createUser(name, { teamIds }))) as [TestAccount, TestAccount, TestAccount, TestAccount];
    const channelId = (await lead.api.call('createChannel', { body: { teamId: teamIds[0]!, name: 'room', kind: 'private', memberIds: [member.user.id, keeper.user.id] } })).channel.id;
    const id = await made(keeper, { channelId });
    const below = await made(keeper, { channelId, parentId: id });
    await set(id, { inheritsAccess: false }, keeper);
    const roles = async () => Promise.all([roleOf(lead, id), roleOf(lead, below), roleOf(member, id)]);
    const groupId = await groupOf(other);
    await keeper.api.call('grantDocumentToGroup', { params: { id, groupId }, body: { role: 'manager' } });
    await owner.api.call('updateUser', { params: { id: keeper.user.id }, body: { active: false } });
    expect(await roles()).toEqual([null, null, null]);
    await owner.api.call('removeGroupMember', { params: { id: groupId, userId: other.user.id } });
    expect(await roles()).toEqual(['manager', 'manager', null]);
    // Until it is somebody's again.
    await give(id, member, 'manager', lead);
    expect(await roles()).toEqual([null, null, 'manager']);
  });
});

describe('who has it open and loses the right', () => {
  it('by a grant, a group, a link or a parent gets nothing more, at once', async () => {
    const [byGrant, byLink, top] = [await made(olga), await made(olga), await made(olga)];
    const child = await made(olga, { parentId: top });
    await give(byGrant, bob, 'editor');
    await set(byLink, { linkAccess: 'editor' });
    await give(top, bob, 'editor');
    const group = await owner.api.call('createGroup', { body: { handle: `h-${child.slice(-8)}`, name: 'Group', teamId: null } });
    await owner.api.call('addGroupMember', { params: { id: group.id, userId: bob.user.id } });
    const byGroup = await made(olga);
    await olga.api.call('grantDocumentToGroup', { params: { id: byGroup, groupId: group.id }, body: { role: 'editor' } });
    const all = await Promise.all([byGrant, byLink, child, byGroup].map((id) => opened(bob, id)));
    await Promise.all([
      take(byGrant, bob), set(byLink, { linkAccess: 'none' }), take(top, bob), owner.api.call('removeGroupMember', { params: { id: group.id, userId: bob.user.id } }),
    ]);
    await Promise.all(all.map(closed));
    for (const writer of all) expect(await codeOf(writer.write('too late'))).toBe('not_found');
  });

  it('by the trash or a move to another home alike', async () => {
    const [removed, moved] = [await made(olga), await made(olga, { channelId: await shared() })];
    await give(removed, bob, 'reader');
    const all = [await opened(bob, removed), await opened(bob, moved)];
    await olga.api.call('trashDocument', { params: { id: removed } });
    await olga.api.call('moveDocument', { params: { id: moved }, body: {} });
    await Promise.all(all.map(closed));
  });

  it('by becoming a guest, or by deactivation, loses the socket too', async () => {
    for (const change of [{ role: 'guest' as const }, { active: false }]) {
      const gone = await server.createUser('Gone');
      const id = await made(olga);
      await set(id, { linkAccess: 'editor' });
      const writer = await opened(gone, id);
      const cut = new Promise<void>((resolve) => writer.socket.once('disconnect', () => { resolve(); }));
      await owner.api.call('updateUser', { params: { id: gone.user.id }, body: change });
      await cut;
      expect(await roleOf(gone, id)).toBeNull();
    }
  });
});
