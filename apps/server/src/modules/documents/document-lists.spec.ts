import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { splitState, wordsOf, Writer } from '../../fixtures/documents.ts';

let server: TestServer;
let [olga, bob] = [] as unknown as [TestAccount, TestAccount];
const writers: Writer[] = [];

beforeAll(async () => {
  server = await startTestServer();
  olga = await server.setUp();
  bob = await server.createUser('Bob');
});
afterAll(async () => {
  for (const writer of writers) writer.socket.disconnect();
  await server?.stop();
});

/** As somebody without an account asks. */
const ask = (path: string) => fetch(`${server.url}/api/v1/published/${path}`);
async function stateOf(documentId: string): Promise<{ doc: Y.Doc; bytes: Buffer }> {
  const bytes = Buffer.from(await (await ask(`${documentId}/state`)).arrayBuffer());
  const doc = new Y.Doc();
  for (const update of splitState(bytes).updates) Y.applyUpdate(doc, update);
  return { doc, bytes };
}
async function written(...words: string[]): Promise<{ id: string; writer: Writer }> {
  const { document } = await olga.api.call('createDocument', { body: { title: 'Plan' } });
  const writer = await Writer.connect(server.url, olga, document.id);
  writers.push(writer);
  await writer.open();
  for (const word of words) await writer.write(word);
  return { id: document.id, writer };
}
const publish = (id: string, published: boolean) => olga.api.call('updateDocumentAccess', { params: { id }, body: { published } });

describe('a published document', () => {
  it('is read without an account, while it is published and not in the trash', async () => {
    const { id } = await written('Everybody may read this.');
    expect((await ask(id)).status).toBe(404);
    expect(await publish(id, true)).toMatchObject({ publicPath: `/published/${id}` });
    const answer = await ask(id);
    expect(await answer.json()).toMatchObject({ id, title: 'Plan', kind: 'text', icon: null });
    expect(wordsOf((await stateOf(id)).doc)).toEqual(['Everybody may read this.']);
    await olga.api.call('trashDocument', { params: { id } });
    expect([(await ask(id)).status, (await ask(`${id}/state`)).status]).toEqual([404, 404]);
    await olga.api.call('restoreDocument', { params: { id } });
    expect((await ask(id)).status).toBe(200);
    await publish(id, false);
    expect([(await ask(id)).status, (await ask(`${id}/state`)).status]).toEqual([404, 404]);
  });

  it('says nothing of what was deleted in it', async () => {
    const { id, writer } = await written('A secret salary.', 'What stays.');
    await writer.push(writer.edit((doc) => { doc.getXmlFragment('document').delete(0, 1); }));
    await publish(id, true);
    const { doc, bytes } = await stateOf(id);
    expect(wordsOf(doc)).toEqual(['What stays.']);
    expect(bytes.includes('secret')).toBe(false);
  });

  it('takes nothing below it along, and leaves the address of what is below it alone', async () => {
    const { id } = await written('Above.');
    const below = (await olga.api.call('createDocument', { body: { parentId: id, title: 'Below' } })).document.id;
    await olga.api.call('updateDocumentAccess', { params: { id: below }, body: { linkAccess: 'reader' } });
    await publish(id, true);
    expect((await ask(below)).status).toBe(404);
    expect((await bob.api.call('getDocument', { params: { id: below } })).role).toBe('reader');
    await publish(below, true);
    await publish(id, false);
    expect([(await ask(id)).status, (await ask(below)).status]).toEqual([404, 200]);
  });

  it('is asked for by one address only so often', async () => {
    const { id } = await written();
    await publish(id, true);
    const statuses = new Set<number>();
    for (let count = 0; count < 130; count += 1) statuses.add((await ask(`${id}`)).status);
    expect(statuses).toEqual(new Set([200, 429]));
  });
});

describe('what stands below a document', () => {
  it('is listed in order, as far as I may see it', async () => {
    const { document: above } = (await olga.api.call('createDocument', { body: { title: 'Above' } }));
    const ids = [];
    for (const title of ['Zebra', 'Antelope', 'Secret']) ids.push((await olga.api.call('createDocument', { body: { parentId: above.id, title } })).document.id);
    await olga.api.call('createDocument', { body: { parentId: ids[0]!, title: 'Further below' } });
    await olga.api.call('grantDocumentToUser', { params: { id: above.id, userId: bob.user.id }, body: { role: 'reader' } });
    await olga.api.call('updateDocumentAccess', { params: { id: ids[2]! }, body: { inheritsAccess: false } });
    const below = async (account: TestAccount) => (await account.api.call('listDocuments', { query: { place: 'below', parentId: above.id } })).documents.map(({ document }) => document.title);
    expect([await below(olga), await below(bob)]).toEqual([['Zebra', 'Antelope', 'Secret'], ['Zebra', 'Antelope']]);
    await expect(olga.api.call('listDocuments', { query: { place: 'below' } })).rejects.toMatchObject({ code: 'invalid_request' });
  });
});

describe('the conversations with documents', () => {
  it('are those in which I see one', async () => {
    const { channel } = await olga.api.call('openConversation', { body: { userIds: [bob.user.id] } });
    const homes = async (account: TestAccount) => (await account.api.call('listDocumentHomes')).channelIds;
    expect(await homes(bob)).toEqual([]);
    const { document } = await olga.api.call('createDocument', { body: { channelId: channel.id } });
    expect([await homes(olga), await homes(bob)]).toEqual([[channel.id], [channel.id]]);
    await olga.api.call('updateDocumentAccess', { params: { id: document.id }, body: { inheritsAccess: false } });
    expect([await homes(olga), await homes(bob)]).toEqual([[channel.id], []]);
  });
});
