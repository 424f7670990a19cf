import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { codeOf, readState, splitState, wordsOf, Writer } from '../../fixtures/documents.ts';

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

/** Olga's, which Bob may write in and Carol may read. */
async function shared(kind: 'text' | 'whiteboard' = 'text'): Promise<string> {
  const { document } = await olga.api.call('createDocument', { body: { title: 'Plan', kind } });
  await olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: bob.user.id }, body: { role: 'editor' } });
  await olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: carol.user.id }, body: { role: 'reader' } });
  return document.id;
}
async function writer(account: TestAccount, documentId: string): Promise<Writer> {
  const made = await Writer.connect(server.url, account, documentId);
  writers.push(made);
  await made.open();
  return made;
}
/** What a document was at a moment. */
async function at(account: TestAccount, id: string, seq: number): Promise<Y.Doc> {
  const response = await fetch(`${account.api.baseUrl}/api/v1/documents/${id}/history/${seq}/state`, { headers: { 'x-parvis-protocol': '1', authorization: `Bearer ${account.token}` } });
  if (!response.ok) throw new Error(((await response.json()) as { code: string }).code);
  const { head, updates } = splitState(Buffer.from(await response.arrayBuffer()));
  expect(head).toBe(seq);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
const restore = (account: TestAccount, id: string, seq: number, body: { clientId?: string; head?: number } = {}) =>
  account.api.call('restoreDocumentState', { params: { id, seq } as never, body: { clientId: randomUUID(), ...body } });
async function inDatabase(sql: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}
const eventually = (look: () => unknown): Promise<unknown> => vi.waitFor(() => { if (!look()) throw new Error('not yet'); }, { timeout: 15_000, interval: 20 });

describe('any moment', () => {
  it('is what a client had then, and restoring it makes the document that again, as a new change', async () => {
    const id = await shared();
    const [one, two] = [await writer(olga, id), await writer(bob, id)];
    const then: string[][] = [[]];
    for (let index = 0; index < 12; index += 1) {
      const hand = index % 2 ? two : one;
      if (index % 5 === 4) await hand.push(hand.edit((doc) => { doc.getXmlFragment('document').delete(index % 3, 1); }));
      else await hand.write(`line ${index}`);
      await eventually(() => one.seqs.length === index + 1 && two.seqs.length === index + 1);
      then.push(one.words);
    }
    for (const [seq, words] of then.entries()) expect(wordsOf(await at(carol, id, seq))).toEqual(words);
    for (const [turn, seq] of [5, 0, 12, 7].entries()) {
      const head = 12 + turn;
      expect(await restore(bob, id, seq)).toEqual({ seq: head + 1, before: head });
      await eventually(() => one.seqs.length === head + 1);
      expect(one.words).toEqual(then[seq]);
      expect(wordsOf(await at(carol, id, head + 1))).toEqual(then[seq]);
    }
    // What was before is there as it was.
    for (const [seq, words] of then.entries()) expect(wordsOf(await at(carol, id, seq))).toEqual(words);
    expect(await restore(bob, id, 7)).toEqual({ seq: 16, before: 16 });
    expect((await readState(olga, id)).head).toBe(16);
  });

  it('is found from a snapshot too; what is kept no more is said to be gone', async () => {
    const id = await shared();
    const one = await writer(olga, id);
    await one.write('first');
    await one.write('second');
    const snapshot = Buffer.from(Y.encodeStateAsUpdate(one.doc));
    await one.write('third');
    await inDatabase('INSERT INTO document_snapshot (document_id, seq, at, bytes) VALUES ($1, 2, now(), $2)', [id, snapshot]);
    await inDatabase('DELETE FROM document_update WHERE document_id = $1 AND seq <= 2', [id]);
    expect(wordsOf(await at(carol, id, 2))).toEqual(['first', 'second']);
    expect(wordsOf(await at(carol, id, 3))).toEqual(['first', 'second', 'third']);
    expect(await codeOf(at(carol, id, 1))).toBe('document_moment_gone');
    expect(await codeOf(restore(olga, id, 1))).toBe('document_moment_gone');
    expect(await codeOf(olga.api.call('createDocumentVersion', { params: { id }, body: { seq: 1, name: 'Gone' } }))).toBe('document_moment_gone');
    expect(await codeOf(at(carol, id, 4))).toBe('not_found');
    expect(await codeOf(restore(olga, id, 4))).toBe('not_found');
  });

  it('is restored once for one request, by who may write, and not over what came since when that was asked for', async () => {
    const id = await shared();
    const one = await writer(olga, id);
    await one.write('kept');
    await one.write('spoilt');
    const clientId = randomUUID();
    const answers = await Promise.all([restore(bob, id, 1, { clientId, head: 2 }), restore(bob, id, 1, { clientId, head: 2 })]);
    expect(answers).toEqual([{ seq: 3, before: 2 }, { seq: 3, before: 2 }]);
    expect(await restore(bob, id, 1, { clientId, head: 2 })).toEqual({ seq: 3, before: 2 });
    expect(await codeOf(restore(bob, id, 2, { head: 2 }))).toBe('version_conflict');
    // As the undo of it is.
    expect(await restore(bob, id, 2, { head: 3 })).toEqual({ seq: 4, before: 3 });
    await eventually(() => one.seqs.length === 4);
    expect(one.words).toEqual(['kept', 'spoilt']);
    expect(await codeOf(restore(carol, id, 1))).toBe('forbidden');
    await olga.api.call('trashDocument', { params: { id } });
    expect(await codeOf(restore(bob, id, 1))).toBe('document_trashed');
    expect((await readState(olga, id)).head).toBe(4);
  });

  it('of a whiteboard is restored alike, as the newest state of what is drawn', async () => {
    const id = await shared('whiteboard');
    const one = await writer(olga, id);
    const set = (key: string, value: object) => one.push(one.edit((doc) => { doc.getMap('elements').set(key, value); }));
    await set('a', { text: 'box', x: 1, version: 1 });
    await set('a', { text: 'box', x: 5, version: 7 });
    await set('b', { text: 'line', version: 1 });
    await restore(bob, id, 1);
    await eventually(() => one.seqs.length === 4);
    expect(one.doc.getMap('elements').toJSON()).toEqual({ a: { text: 'box', x: 1, version: 8, updated: expect.any(Number) as number } });
  });
});

describe('the timeline', () => {
  it('is of stretches of writing with their authors, the last first; a pause and a name end one', async () => {
    const id = await shared();
    const [one, two] = [await writer(olga, id), await writer(bob, id)];
    for (let index = 0; index < 6; index += 1) await (index % 2 ? two : one).write(`line ${index}`);
    for (const [seq, time] of [[1, '09:00'], [2, '09:03'], [3, '09:20'], [4, '09:21'], [5, '09:22'], [6, '10:01']]) {
      await inDatabase('UPDATE document_update SET at = $3 WHERE document_id = $1 AND seq = $2', [id, seq, `2026-01-05T${time}:00Z`]);
    }
    const version = await bob.api.call('createDocumentVersion', { params: { id }, body: { seq: 4, name: 'To the board' } });
    expect(version).toMatchObject({ seq: 4, name: 'To the board', createdBy: bob.user.id, at: '2026-01-05T09:21:00.000Z' });
    const { entries, next } = await carol.api.call('listDocumentHistory', { params: { id } });
    expect(next).toBeNull();
    expect(entries.map(({ fromSeq, seq, name }) => [fromSeq, seq, name])).toEqual([[6, 6, null], [5, 5, null], [3, 4, 'To the board'], [1, 2, null]]);
    expect(entries[3]).toMatchObject({ startedAt: '2026-01-05T09:00:00.000Z', endedAt: '2026-01-05T09:03:00.000Z' });
    expect(new Set(entries[3]?.authorIds)).toEqual(new Set([olga.user.id, bob.user.id]));
    expect(entries[0]?.authorIds).toEqual([bob.user.id]);
    const paged: unknown[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await carol.api.call('listDocumentHistory', { params: { id }, query: { limit: 1, ...(cursor ? { cursor } : {}) } });
      paged.push(...page.entries);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(paged).toEqual(entries);
    expect(await codeOf(carol.api.call('listDocumentHistory', { params: { id }, query: { cursor: 'made-up' } }))).toBe('invalid_cursor');
  });

  it('has names that editors give, change and take away; each moment has one', async () => {
    const id = await shared();
    const one = await writer(olga, id);
    await one.write('first');
    await one.write('second');
    const name = (account: TestAccount, seq: number, words: string) => account.api.call('createDocumentVersion', { params: { id }, body: { seq, name: words } });
    const version = await name(bob, 1, ' Draft ');
    expect(version.name).toBe('Draft');
    await eventually(() => one.told.document_changed.some(({ what }) => what === 'versions'));
    expect(await name(bob, 1, 'Draft')).toEqual(version);
    expect(await codeOf(name(bob, 1, 'Other'))).toBe('name_taken');
    for (const seq of [0, 3]) expect(await codeOf(name(bob, seq, 'Never'))).toBe('not_found');
    const params = { id, versionId: version.id };
    const elsewhere = { id: await shared(), versionId: version.id };
    const strange = [name(carol, 2, 'Mine'), carol.api.call('renameDocumentVersion', { params, body: { name: 'Mine' } }), carol.api.call('deleteDocumentVersion', { params })];
    expect(await Promise.all(strange.map(codeOf))).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(await codeOf(bob.api.call('renameDocumentVersion', { params: elsewhere, body: { name: 'Mine' } }))).toBe('not_found');
    expect(await bob.api.call('renameDocumentVersion', { params, body: { name: 'First draft' } })).toEqual({ ...version, name: 'First draft' });
    await name(olga, 2, 'Second draft');
    expect((await carol.api.call('listDocumentVersions', { params: { id } })).versions.map((each) => each.name)).toEqual(['Second draft', 'First draft']);
    await bob.api.call('deleteDocumentVersion', { params });
    expect(await codeOf(bob.api.call('deleteDocumentVersion', { params }))).toBe('not_found');
    expect((await carol.api.call('listDocumentVersions', { params: { id } })).versions).toHaveLength(1);
  });
});
