import { DOCUMENT_SEED, LIMITS } from '@parvis/contracts';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { appendParagraph, codeOf, readState, wordsOf, Writer } from '../../fixtures/documents.ts';

let server: TestServer;
let [olga, bob, carol] = [] as unknown as [TestAccount, TestAccount, TestAccount];
const writers: Writer[] = [];

beforeAll(async () => {
  server = await startTestServer();
  olga = await server.setUp();
  [bob, carol] = await Promise.all([server.createUser('Bob'), server.createUser('Carol')]);
});
afterAll(async () => {
  for (const writer of writers) writer.socket.disconnect();
  await server?.stop();
});

async function writer(account: TestAccount, documentId: string): Promise<Writer> {
  const made = await Writer.connect(server.url, account, documentId);
  writers.push(made);
  return made;
}
/** Of a conversation of Olga and Bob. */
async function shared(): Promise<{ documentId: string; channelId: string }> {
  const { channel } = await olga.api.call('openConversation', { body: { userIds: [bob.user.id, carol.user.id] } });
  const { document } = await olga.api.call('createDocument', { body: { channelId: channel.id, title: 'Minutes' } });
  return { documentId: document.id, channelId: channel.id };
}
const push = (documentId: string, bytes: Uint8Array) => ({
  params: { id: documentId }, query: { updateId: randomUUID(), schemaVersion: 1 }, body: new Blob([Buffer.from(bytes)], { type: 'application/octet-stream' }),
});
const eventually = (look: () => unknown): Promise<unknown> => vi.waitFor(() => { if (!look()) throw new Error('not yet'); }, { timeout: 15_000, interval: 20 });

describe('writing together', () => {
  it('reaches everybody, in one order, and is there for who comes later; opening writes nothing', async () => {
    const { documentId } = await shared();
    const [one, two] = [await writer(olga, documentId), await writer(bob, documentId)];
    expect(await one.open()).toEqual({ head: 0, role: 'manager', schemaVersion: 1 });
    expect(await two.open()).toMatchObject({ head: 0, role: 'editor' });
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).write(`line ${index}`)));
    await eventually(() => one.seqs.length === 20 && two.seqs.length === 20);
    expect(one.seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(two.seqs).toEqual(one.seqs);
    expect(one.words).toEqual(two.words);
    const late = await writer(carol, documentId);
    expect(await late.open()).toMatchObject({ head: 20 });
    expect(late.words).toEqual(one.words);
    expect((await readState(olga, documentId, 18)).updates).toHaveLength(2);
    expect((await readState(olga, documentId, 20)).updates).toHaveLength(0);
  });

  it('keeps what was sent twice once, and refuses another update under the same id', async () => {
    const { documentId } = await shared();
    const one = await writer(olga, documentId);
    await one.open();
    const [update, id] = [one.edit((doc) => { appendParagraph(doc, 'once'); }), randomUUID()];
    const answers = await Promise.all([one.push(update, id), one.push(update, id), one.push(update, id)]);
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([1]));
    expect(await one.push(update, id)).toEqual({ seq: 1 });
    expect(await codeOf(one.push(one.edit((doc) => { appendParagraph(doc, 'other'); }), id))).toBe('client_id_reused');
    expect((await readState(olga, documentId)).head).toBe(1);
  });

  it('refuses what is no update, says nothing, is too large or is written under somebody else’s client; nothing else is harmed', async () => {
    const { documentId } = await shared();
    const [one, two] = [await writer(olga, documentId), await writer(bob, documentId)];
    await Promise.all([one.open(), two.open()]);
    await one.write('mine');
    await eventually(() => two.words.length === 1);
    expect(await codeOf(two.push(Buffer.from('not yjs at all')))).toBe('update_invalid');
    expect(await codeOf(two.push(Y.encodeStateAsUpdate(new Y.Doc())))).toBe('update_invalid');
    expect(await codeOf(two.push(Buffer.alloc(LIMITS.documentPushBytes + 3)))).toBe('invalid_request');
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(one.doc));
    forged.clientID = one.doc.clientID;
    const state = Y.encodeStateVector(forged);
    appendParagraph(forged, 'as if Olga had said it');
    expect(await codeOf(two.push(Y.encodeStateAsUpdate(forged, state)))).toBe('client_id_taken');
    await two.write('still writing');
    await eventually(() => one.words.length === 2);
    expect(one.words).toEqual(['mine', 'still writing']);
  });

  it('takes what every document begins with from everybody, exactly so', async () => {
    const { documentId } = await shared();
    const [one, two] = [await writer(olga, documentId), await writer(bob, documentId)];
    await Promise.all([one.open(), two.open()]);
    const seed = Buffer.from(DOCUMENT_SEED, 'base64');
    await Promise.all([one.push(seed), two.push(seed)]);
    await eventually(() => one.seqs.length === 2 && two.seqs.length === 2);
    expect(one.doc.getXmlFragment('document').toString()).toBe('<blockgroup><blockcontainer id="initialBlockId"><paragraph></paragraph></blockcontainer></blockgroup>');
    expect(two.doc.getXmlFragment('document').toString()).toBe(one.doc.getXmlFragment('document').toString());
    const forged = new Y.Doc();
    forged.clientID = 1;
    appendParagraph(forged, 'another beginning');
    expect(await codeOf(two.push(Y.encodeStateAsUpdate(forged)))).toBe('update_invalid');
  });

  it('takes large updates over HTTP, to their limit', async () => {
    const { documentId } = await shared();
    const one = await writer(olga, documentId);
    await one.open();
    const send = (bytes: Uint8Array) => olga.api.call('pushDocumentUpdate', push(documentId, bytes));
    expect(await send(one.edit((doc) => { appendParagraph(doc, 'x'.repeat(900_000)); }))).toEqual({ seq: 1 });
    expect(await codeOf(send(one.edit((doc) => { appendParagraph(doc, 'y'.repeat(LIMITS.documentUpdateBytes)); })))).toBe('payload_too_large');
    for (let size = 900_000; size + 900_000 < LIMITS.documentBytes; size += 900_000) await send(one.edit((doc) => { appendParagraph(doc, 'z'.repeat(899_900)); }));
    expect(await codeOf(send(one.edit((doc) => { appendParagraph(doc, 'w'.repeat(899_900)); })))).toBe('document_too_large');
  });
});

describe('rights', () => {
  it('are looked at with every update, and who lost them gets nothing more', async () => {
    const { documentId, channelId } = await shared();
    const [one, two] = [await writer(olga, documentId), await writer(bob, documentId)];
    await Promise.all([one.open(), two.open()]);
    await one.write('before');
    await eventually(() => two.words.length === 1);
    await bob.api.call('leaveChannel', { params: { id: channelId } });
    await eventually(() => two.told.document_closed.length === 1);
    expect(await codeOf(two.write('after'))).toBe('not_found');
    expect(await codeOf(two.open())).toBe('not_found');
    expect(await codeOf(readState(bob, documentId))).toBe('not_found');
    await one.write('alone');
    expect(two.words).not.toContain('alone');
  });

  it('of one who lost them a moment ago end nothing of what others write at the same moment', async () => {
    const { documentId } = await shared();
    const [one, two, three] = [await writer(olga, documentId), await writer(bob, documentId), await writer(carol, documentId)];
    const all = [one, two, three];
    await Promise.all(all.map((each) => each.open()));
    // Each has written, some of it together.
    for (const words of ['first', 'second', 'third']) await Promise.all(all.map((each) => each.write(words)));
    await olga.api.call('grantDocumentToUser', { params: { id: documentId, userId: carol.user.id }, body: { role: 'editor' } });
    await olga.api.call('grantDocumentToUser', { params: { id: documentId, userId: bob.user.id }, body: { role: 'reader' } });
    await olga.api.call('updateDocumentAccess', { params: { id: documentId }, body: { inheritsAccess: false } });
    const answers = await Promise.all(all.flatMap((each) => ['fourth', 'fifth'].map((words) => codeOf(each.write(words)))));
    expect(answers).toEqual([null, null, 'forbidden', 'forbidden', null, null]);
    await olga.api.call('revokeDocumentFromUser', { params: { id: documentId, userId: bob.user.id } });
    expect(await Promise.all(all.map((each) => codeOf(each.write('sixth'))))).toEqual([null, 'not_found', null]);
    await eventually(() => [one, three].every(({ seqs }) => seqs.length === 15));
    expect((await readState(olga, documentId)).head).toBe(15);
  });

  it('to read are not rights to write; what is in the trash is closed', async () => {
    const { document } = await olga.api.call('createDocument', { body: { title: 'Mine' } });
    const stranger = await writer(bob, document.id);
    expect(await codeOf(stranger.open())).toBe('not_found');
    await olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: bob.user.id }, body: { role: 'reader' } });
    expect(await stranger.open()).toMatchObject({ role: 'reader' });
    expect(await codeOf(stranger.write('no'))).toBe('forbidden');
    await olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: bob.user.id }, body: { role: 'editor' } });
    await eventually(() => stranger.told.document_changed.length > 0);
    await stranger.write('yes');
    await olga.api.call('trashDocument', { params: { id: document.id } });
    expect(await codeOf(stranger.write('too late'))).toBe('document_trashed');
  });
});

describe('who is there', () => {
  const state = (awareness: Awareness) => Buffer.from(encodeAwarenessUpdate(awareness, [awareness.clientID])).toString('base64');

  it('is said by the server, whatever a client claims, and ends with its socket', async () => {
    const { documentId } = await shared();
    const [one, two] = [await writer(olga, documentId), await writer(bob, documentId)];
    await one.open();
    await two.open();
    await eventually(() => one.told.document_joined.length === 1);
    const mine = new Awareness(two.doc);
    mine.setLocalState({ user: { id: olga.user.id, name: 'Olga', color: 'red' }, cursor: { anchor: 1 } });
    await two.ask('document_awareness', { documentId, update: state(mine) });
    await eventually(() => one.told.document_awareness.length === 1);
    const text = Buffer.from(one.told.document_awareness[0]!.update, 'base64').toString();
    expect(text).toContain(`"id":"${bob.user.id}"`);
    expect(text).toContain('"name":"Bob"');
    expect(text).toContain('"anchor":1');
    expect(text).not.toContain('Olga');
    const others = new Awareness(one.doc);
    others.setLocalState({ cursor: null });
    expect(await codeOf(two.ask('document_awareness', { documentId, update: state(others) }))).toBe('update_invalid');
    two.socket.disconnect();
    await eventually(() => one.told.document_awareness.length === 2);
    expect(Buffer.from(one.told.document_awareness[1]!.update, 'base64').toString()).toContain('null');
    mine.destroy();
    others.destroy();
  });
});

describe('a document of many updates', () => {
  it('is put together, found by its words, linked and still the same', async () => {
    const { documentId } = await shared();
    const { document: other } = await olga.api.call('createDocument', { body: { title: 'Other' } });
    const one = await writer(olga, documentId);
    await one.open();
    await one.push(one.edit((doc) => {
      const paragraph = new Y.XmlElement('paragraph');
      const link = new Y.XmlElement('documentLink');
      link.setAttribute('documentId', other.id);
      const mention = new Y.XmlElement('mention');
      mention.setAttribute('userId', bob.user.id);
      paragraph.insert(0, [new Y.XmlText('see the budget, '), link, mention]);
      doc.getXmlFragment('document').push([paragraph]);
    }));
    for (let count = 0; count < 320; count += 1) await olga.api.call('pushDocumentUpdate', push(documentId, one.edit((doc) => { appendParagraph(doc, `row ${count}`); })));
    await vi.waitFor(async () => {
      const { documents } = await bob.api.call('listDocuments', { query: { query: 'THE BUDGET' } });
      expect(documents.map(({ document }) => document.id)).toEqual([documentId]);
      expect((await olga.api.call('listBacklinks', { params: { id: other.id } })).documents).toMatchObject([{ id: documentId }]);
    }, { timeout: 20_000, interval: 200 });
    const { streams } = await bob.api.call('sync', { body: { cursors: { [`user:${bob.user.id}`]: 0 } } });
    expect(JSON.stringify(streams)).toContain('"document.mentioned"');
    const fresh = new Y.Doc();
    for (const update of (await readState(bob, documentId)).updates) Y.applyUpdate(fresh, update);
    expect(wordsOf(fresh)).toEqual(one.words);
  });
});
