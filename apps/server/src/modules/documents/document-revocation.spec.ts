import { hasRedis, startRedis, startTestServer, type TestAccount, type TestRedis, type TestServer } from '@parvis/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, Writer } from '../../fixtures/documents.ts';

let redis: TestRedis;
let server: TestServer;
let owner: TestAccount;
let teamId: string;
let lasting: [TestAccount, TestAccount];
let sequence = 0;
const writers: Writer[] = [];

/** Somebody with a document open at the second process, and whoever takes the right away, at the first. */
interface Scene {
  olga: TestAccount;
  bob: TestAccount;
  documentId: string;
  /** Of the conversation that the document is of; empty: it is of none. */
  channelId: string;
  writer: Writer;
}

const place = (documentId: string, whom: TestAccount) => ({ id: documentId, userId: whom.user.id });
const share = ({ olga, bob, documentId }: Pick<Scene, 'olga' | 'bob' | 'documentId'>, role: 'reader' | 'commenter' | 'editor') =>
  olga.api.call('grantDocumentToUser', { params: place(documentId, bob), body: { role } });
const inGroup = async ({ olga, bob, documentId }: Pick<Scene, 'olga' | 'bob' | 'documentId'>): Promise<string> => {
  const { id } = await owner.api.call('createGroup', { body: { handle: `crew-${(sequence += 1)}`, name: 'Crew', teamId: null } });
  await owner.api.call('addGroupMember', { params: { id, userId: bob.user.id } });
  await olga.api.call('grantDocumentToGroup', { params: { id: documentId, groupId: id }, body: { role: 'editor' } });
  return id;
};

interface Asked<T> {
  /** The document is of a conversation of both. */
  channel?: boolean;
  /** Bob is nobody whom another test needs. */
  leaves?: boolean;
  /** Makes Bob somebody who writes in it, and answers what it takes to undo that. */
  give?: (scene: Omit<Scene, 'writer'>) => Promise<T>;
}
const person = (name: string) => server.createUser(name, { teamIds: [teamId] });

async function scene<T>({ channel = false, leaves = false, give }: Asked<T>): Promise<Scene & { given: T | undefined }> {
  const olga = lasting[0];
  const bob = leaves ? await person('Boris') : lasting[1];
  let channelId = '';
  if (channel) {
    channelId = (await olga.api.call('createChannel', { body: { teamId, name: `room-${(sequence += 1)}`, kind: 'private' } })).channel.id;
    await olga.api.call('addChannelMember', { params: { id: channelId }, body: { userId: bob.user.id } });
  }
  const { document } = await olga.api.call('createDocument', { body: channel ? { channelId } : {} });
  const base = { olga, bob, documentId: document.id, channelId };
  const given = await give?.(base);
  const writer = await Writer.connect(server.urls[1]!, bob, document.id);
  writers.push(writer);
  await writer.open();
  await writer.write('while I may');
  return { ...base, writer, given };
}

beforeAll(async () => {
  if (!hasRedis) return;
  redis = await startRedis();
  server = await startTestServer({ processes: 2, env: { REDIS_URL: redis.url } });
  owner = await server.setUp();
  teamId = (await owner.api.call('createTeam', { body: { name: 'Crew' } })).team.id;
  lasting = [await person('Olga'), await person('Bob')];
});
afterEach(() => {
  for (const { socket } of writers.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await server?.stop();
  await redis?.stop();
});

describe.skipIf(!hasRedis)('who writes at one process, and loses the right by another', () => {
  it.each<[string, Asked<unknown>, (scene: Scene, given: unknown) => Promise<unknown>]>([
    ['out of its conversation', { channel: true }, ({ olga, bob, channelId }) => olga.api.call('removeChannelMember', { params: { id: channelId, userId: bob.user.id } })],
    ['out of the team of its conversation', { channel: true, leaves: true }, ({ bob }) => owner.api.call('removeTeamMember', { params: { id: teamId, userId: bob.user.id } })],
    ['by what was shared with them', { give: (at) => share(at, 'editor') }, ({ olga, bob, documentId }) => olga.api.call('revokeDocumentFromUser', { params: place(documentId, bob) })],
    ['out of a group', { give: inGroup }, ({ bob }, given) => owner.api.call('removeGroupMember', { params: { id: given as string, userId: bob.user.id } })],
    ['with a group that is deleted', { give: inGroup }, (_, given) => owner.api.call('deleteGroup', { params: { id: given as string } })],
    ['by what was shared with their group', { give: inGroup }, ({ olga, documentId }, given) => olga.api.call('revokeDocumentFromGroup', { params: { id: documentId, groupId: given as string } })],
    ['by its link, turned off', { give: ({ olga, documentId }) => olga.api.call('updateDocumentAccess', { params: { id: documentId }, body: { linkAccess: 'editor' } }) },
      ({ olga, documentId }) => olga.api.call('updateDocumentAccess', { params: { id: documentId }, body: { linkAccess: 'none' } })],
  ])('%s: the next push is refused, and the page is told without asking', async (_, asked, take) => {
    const { given, ...at } = await scene(asked);
    await take(at, given);
    expect(await codeOf(at.writer.write('too late'))).toBe('not_found');
    await expect.poll(() => at.writer.told.document_closed).toEqual([{ documentId: at.documentId }]);
    const awareness = at.writer.ask('document_awareness', { documentId: at.documentId, update: 'AQE=' });
    expect(await codeOf(awareness)).toBe('not_found');
  });

  it.each<[string, Asked<unknown>, (scene: Scene, given: unknown) => Promise<unknown>, 'reader' | 'commenter' | 'editor', string]>([
    ['by what was shared with them, which is less now', { give: (at) => share(at, 'editor') }, (at) => share(at, 'commenter'), 'commenter', 'forbidden'],
    ['by its link, which is for less now', { give: ({ olga, documentId }) => olga.api.call('updateDocumentAccess', { params: { id: documentId }, body: { linkAccess: 'editor' } }) },
      ({ olga, documentId }) => olga.api.call('updateDocumentAccess', { params: { id: documentId }, body: { linkAccess: 'reader' } }), 'reader', 'forbidden'],
    ['by what was shared with them above it, which is less now', {
      give: async ({ olga, bob, documentId }) => {
        const parentId = (await olga.api.call('createDocument', { body: {} })).document.id;
        await olga.api.call('moveDocument', { params: { id: documentId }, body: { parentId } });
        await share({ olga, bob, documentId: parentId }, 'editor');
        return parentId;
      },
    }, ({ olga, bob }, given) => share({ olga, bob, documentId: given as string }, 'reader'), 'reader', 'forbidden'],
    ['out of its conversation, with less of their own', { channel: true, give: (at) => share(at, 'reader') },
      ({ olga, bob, channelId }) => olga.api.call('removeChannelMember', { params: { id: channelId, userId: bob.user.id } }), 'reader', 'forbidden'],
    ['out of a group, with less of their own', { give: async (at) => { await share(at, 'commenter'); return inGroup(at); } },
      ({ bob }, given) => owner.api.call('removeGroupMember', { params: { id: given as string, userId: bob.user.id } }), 'commenter', 'forbidden'],
    ['where only moderators post from now on', { channel: true }, ({ olga, channelId }) => olga.api.call('updateChannel', { params: { id: channelId }, body: { posting: 'moderators' } }), 'commenter', 'forbidden'],
    ['as a moderator who is one no more, where only those post', {
      channel: true, give: async ({ olga, bob, channelId }) => {
        await olga.api.call('updateChannelMember', { params: { id: channelId, userId: bob.user.id }, body: { role: 'moderator' } });
        await olga.api.call('updateChannel', { params: { id: channelId }, body: { posting: 'moderators' } });
      },
    }, ({ olga, bob, channelId }) => olga.api.call('updateChannelMember', { params: { id: channelId, userId: bob.user.id }, body: { role: 'member' } }), 'commenter', 'forbidden'],
    ['in a conversation that is archived', { channel: true }, ({ olga, channelId }) => olga.api.call('archiveChannel', { params: { id: channelId } }), 'editor', 'channel_archived'],
  ])('%s: the next push is refused, and the page is told to look', async (_, asked, take, role, code) => {
    const { given, ...at } = await scene(asked);
    at.writer.told.document_changed.splice(0);
    await take(at, given);
    expect(await codeOf(at.writer.write('too late'))).toBe(code);
    await expect.poll(() => at.writer.told.document_changed).toContainEqual({ documentId: at.documentId, what: 'access' });
    expect(at.writer.told.document_closed).toEqual([]);
    expect((await at.writer.open()).role).toBe(role);
  });

  it('with the account: the socket closes, and no door of it opens again', async () => {
    const { bob, writer, documentId } = await scene({ leaves: true, give: (at) => share(at, 'editor') });
    const cut = new Promise<void>((resolve) => writer.socket.once('disconnect', () => { resolve(); }));
    await owner.api.call('updateUser', { params: { id: bob.user.id }, body: { active: false } });
    await cut;
    await expect(Writer.connect(server.urls[1]!, bob, documentId)).rejects.toThrow();
    expect(await codeOf(bob.api.call('getDocument', { params: { id: documentId } }))).toBe('unauthenticated');
  });
});
