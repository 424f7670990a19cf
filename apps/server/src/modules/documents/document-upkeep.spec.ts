import type { DocumentRole } from '@parvis/contracts';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { appendParagraph, splitState, wordsOf } from '../../fixtures/documents.ts';
import { type FileServer, startFileServer } from '../../fixtures/files.ts';
import { Log } from '../../platform/log/log.ts';
import { SweepFiles } from '../files/index.ts';
import { CompactDocument } from './compact-document.ts';
import { readState } from './document-log.repository.ts';
import { DocumentWorker } from './document-worker.ts';
import { KeepUpdates } from './keep-updates.ts';
import { PruneLog } from './prune-log.ts';
import { SweepTrash } from './sweep-trash.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const DAY = 86_400_000;
let server: FileServer;
let owner: string;
let other: { token: string; id: string };
beforeAll(async () => {
  server = await startFileServer({ PARVIS_DOCUMENT_TRASH_DAYS: '30', PARVIS_DOCUMENT_HISTORY_DAYS: '365' });
  owner = await server.setUp();
  other = await server.invite(owner, 'other@acme.test');
});
beforeEach(() => { vi.restoreAllMocks(); });
afterAll(() => server?.stop());

const inDays = (days: number): Date => new Date(Date.now() + days * DAY);
const made = async (body: { parentId?: string } = {}): Promise<string> => (await server.call('createDocument', { token: owner, body })).body.document.id;
const trash = (id: string) => server.call('trashDocument', { token: owner, params: { id } });
const there = async (id: string): Promise<boolean> => (await server.call('getDocument', { token: owner, params: { id } })).status === 200;
const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => server.database.query<Row[]>(sql, values);
const push = (id: string, update: Uint8Array) => server.call('pushDocumentUpdate', {
  token: owner, params: { id }, query: { updateId: randomUUID(), schemaVersion: 1 }, body: Buffer.from(update), headers: { 'content-type': 'application/octet-stream' },
});
/** One paragraph per update. */
async function write(id: string, words: readonly string[], doc = new Y.Doc()): Promise<Y.Doc> {
  for (const each of words) {
    const before = Y.encodeStateVector(doc);
    appendParagraph(doc, each);
    const { status } = await push(id, Y.encodeStateAsUpdate(doc, before));
    if (status !== 200) throw new Error(`the update was answered ${status}`);
  }
  return doc;
}
const stateOf = async (id: string, seq?: number): Promise<{ status: number; words: string[] }> => {
  const { status, raw } = seq === undefined ? await server.call('getDocumentState', { token: owner, params: { id } }) : await server.call('getDocumentStateAt', { token: owner, params: { id, seq: String(seq) } });
  const doc = new Y.Doc();
  if (status === 200) for (const update of splitState(raw).updates) Y.applyUpdate(doc, update);
  return { status, words: wordsOf(doc) };
};

describe('the trash', () => {
  it('is emptied of what has been there for long, with all below, and says so', async () => {
    const [old, kept] = [await made(), await made()];
    const child = await made({ parentId: old });
    await trash(old);
    const sweep = server.app.get(SweepTrash, { strict: false });
    await sweep.run(inDays(29));
    expect(await there(child)).toBe(true);
    await sweep.run(inDays(31));
    expect([await there(old), await there(child), await there(kept)]).toEqual([false, false, true]);
    const [last] = await query<{ payload: { documentId: string } }>(`SELECT payload FROM stream_event WHERE type = 'document.changed' ORDER BY at DESC, seq DESC LIMIT 1`);
    expect(last?.payload.documentId).toBe(old);
  });
});

describe('a file that stands in a document', () => {
  const attach = (documentId: string, fileId: string, token = owner) => server.call('attachFileToDocument', { token, params: { id: documentId, fileId } });
  const read = async (fileId: string, token: string): Promise<number> => (await server.call('getFileContent', { token, params: { id: fileId } })).status;
  const give = (id: string, role: DocumentRole) => server.call('grantDocumentToUser', { token: owner, params: { id, userId: other.id }, body: { role } });
  const sweepFiles = () => server.app.get(SweepFiles, { strict: false }).run(inDays(2));
  const upload = async (): Promise<string> => (await server.upload(owner, randomBytes(100))).id;

  it('is read by whoever reads that, stays while it stays, and isn’t changed any more', async () => {
    const [id, fileId] = [await made(), await upload()];
    await give(id, 'reader');
    expect(await read(fileId, other.token)).toBe(404);
    expect((await attach(id, fileId, other.token)).status).toBe(404);
    expect((await attach(id, fileId)).status).toBe(204);
    expect((await attach(id, fileId)).status).toBe(204);
    expect(await read(fileId, other.token)).toBe(200);
    expect((await server.call('updateFile', { token: owner, params: { id: fileId }, body: { name: 'other.bin' } })).status).toBe(404);
    expect((await server.call('deleteFile', { token: owner, params: { id: fileId } })).status).toBe(404);
    await sweepFiles();
    expect(await read(fileId, owner)).toBe(200);
    await trash(id);
    expect([await read(fileId, other.token), await read(fileId, owner)]).toEqual([404, 200]);
    await server.call('purgeDocument', { token: owner, params: { id } });
    await sweepFiles();
    expect(await query('SELECT 1 FROM file WHERE id = $1', [fileId])).toEqual([]);
    expect(await query('SELECT 1 FROM blob')).toEqual([]);
  });

  it('outlives the message that it came from, and a document beside another that shows it', async () => {
    const channelId: string = (await server.call('listChannels', { token: owner })).body.channels[0].channel.id;
    const [id, second, fileId] = [await made(), await made(), await upload()];
    const message = (await server.call('sendMessage', { token: owner, params: { channelId }, body: { clientId: randomUUID(), text: '', attachmentIds: [fileId] } })).body;
    await attach(id, fileId);
    await attach(second, fileId);
    expect((await server.call('deleteMessage', { token: owner, params: { channelId, messageId: message.id } })).status).toBe(200);
    await trash(id);
    await server.call('purgeDocument', { token: owner, params: { id } });
    await sweepFiles();
    expect([await read(fileId, owner), await read(fileId, other.token)]).toEqual([200, 404]);
  });
});

describe('a copy', () => {
  it('holds the words and the right to the files, is found by its words, and leaves alone what it was made from', async () => {
    const [id, fileId] = [await made(), (await server.upload(owner, randomBytes(100))).id];
    await write(id, ['quarterly numbers']);
    await server.call('attachFileToDocument', { token: owner, params: { id, fileId } });
    await server.call('grantDocumentToUser', { token: owner, params: { id, userId: other.id }, body: { role: 'reader' } });
    const copy: string = (await server.call('createDocument', { token: other.token, body: { copyOf: id } })).body.document.id;
    await server.call('revokeDocumentFromUser', { token: owner, params: { id, userId: other.id } });
    const { raw } = await server.call('getDocumentState', { token: other.token, params: { id: copy } });
    const doc = new Y.Doc();
    for (const update of splitState(raw).updates) Y.applyUpdate(doc, update);
    expect(wordsOf(doc)).toEqual(['quarterly numbers']);
    expect((await server.call('getFileContent', { token: other.token, params: { id: fileId } })).status).toBe(200);
    const waiting = await query<{ key: string }>('SELECT key FROM graphile_worker.jobs WHERE key = $1', [`documents.compact:${copy}`]);
    expect(waiting).toHaveLength(1);
    await server.app.get(CompactDocument, { strict: false }).run(copy);
    const found = async (words: string): Promise<string[]> => (await server.call('listDocuments', { token: other.token, query: { query: words } })).body.documents.map(({ document }: { document: { id: string } }) => document.id);
    // Each word, in whatever order; of the original nothing.
    expect([await found('NUMBERS quarterly'), await found('quarterly results')]).toEqual([[copy], []]);
    expect((await query<{ head: string }>('SELECT head FROM document_log WHERE document_id = $1', [id]))[0]?.head.toString()).toBe('1');
  });
});

it('is given out as words, with the seq that they are of', async () => {
  const id = await made();
  const text = async (token = owner) => { const { status, body } = await server.call('getDocumentText', { token, params: { id } }); return status === 200 ? body : status; };
  expect(await text()).toEqual({ seq: 0, head: 0, text: '' });
  const doc = await write(id, ['first line', 'second line']);
  await server.app.get(CompactDocument, { strict: false }).run(id);
  expect(await text()).toEqual({ seq: 2, head: 2, text: 'first line\nsecond line' });
  await write(id, ['third line'], doc);
  expect(await text()).toMatchObject({ head: 3 });
  expect(await text(other.token)).toBe(404);
});

it('what links to a document is named to who may see it', async () => {
  const [target, from, hidden] = [await made(), await made(), await made()];
  for (const id of [from, hidden]) {
    const doc = new Y.Doc();
    const link = new Y.XmlElement('documentLink');
    link.setAttribute('documentId', target);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [link]);
    doc.getXmlFragment('document').push([paragraph]);
    await push(id, Y.encodeStateAsUpdate(doc));
    await server.app.get(CompactDocument, { strict: false }).run(id);
  }
  for (const id of [target, from]) await server.call('grantDocumentToUser', { token: owner, params: { id, userId: other.id }, body: { role: 'reader' } });
  const links = async (token: string): Promise<string[]> => (await server.call('listBacklinks', { token, params: { id: target } })).body.documents.map(({ id }: { id: string }) => id).sort();
  expect(await links(owner)).toEqual([from, hidden].sort());
  expect(await links(other.token)).toEqual([from]);
  await trash(from);
  expect(await links(other.token)).toEqual([]);
});

it('tells who is mentioned in which words, by the names that they may know', async () => {
  const id = await made();
  const guest = await server.invite(owner, 'guest@acme.test');
  await query(`UPDATE app_user SET role = 'guest' WHERE id = $1`, [guest.id]);
  await query('DELETE FROM channel_member WHERE user_id = $1', [guest.id]);
  for (const { id: userId } of [other, guest]) await server.call('grantDocumentToUser', { token: owner, params: { id, userId }, body: { role: 'reader' } });
  const doc = new Y.Doc();
  const mention = ({ id: userId }: { id: string }): Y.XmlElement => {
    const element = new Y.XmlElement('mention');
    element.setAttribute('userId', userId);
    return element;
  };
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [mention(other), new Y.XmlText(' and '), mention(guest), new Y.XmlText(` please look ${'there '.repeat(50)}`)]);
  doc.getXmlFragment('document').push([paragraph]);
  await push(id, Y.encodeStateAsUpdate(doc));
  await server.app.get(CompactDocument, { strict: false }).run(id);
  const names = new Map((await query<{ id: string; name: string }>('SELECT id, name FROM app_user')).map(({ id: userId, name }) => [userId, name]));
  const excerptFor = async (token: string): Promise<string> => (await server.call('listDocumentMentions', { token })).body.mentions[0].excerpt;
  const told = await excerptFor(other.token);
  expect(told).toMatch(new RegExp(`^@${names.get(other.id)} and @${names.get(guest.id)} please look there`));
  expect(told).toHaveLength(200);
  expect(await excerptFor(guest.token)).toMatch(new RegExp(`^@… and @${names.get(guest.id)} please look there`));
});

describe('the log', () => {
  const prune = (days: number) => server.app.get(PruneLog, { strict: false }).run(inDays(days));
  const seqs = async (table: 'document_update' | 'document_snapshot', id: string): Promise<number[]> =>
    (await query<{ seq: number }>(`SELECT seq FROM ${table} WHERE document_id = $1 ORDER BY seq`, [id])).map(({ seq }) => Number(seq));
  /** Of the first `seq` updates, as if it had been made so many days ago. */
  async function snapshot(id: string, seq: number, daysAgo: number): Promise<void> {
    const rows = await query<{ bytes: Buffer }>('SELECT bytes FROM document_update WHERE document_id = $1 AND seq <= $2 ORDER BY seq', [id, seq]);
    await query('INSERT INTO document_snapshot (document_id, seq, at, bytes) VALUES ($1, $2, $3, $4)', [id, seq, inDays(-daysAgo), Buffer.from(Y.mergeUpdates(rows.map(({ bytes }) => bytes)))]);
    await query('UPDATE document_log SET snapshot_seq = greatest(snapshot_seq, $2) WHERE document_id = $1', [id, seq]);
  }

  it('is read as of one moment: a snapshot that takes the place of another meanwhile tears nothing out of it', async () => {
    const id = await made();
    const words = ['one', 'two', 'three', 'four'];
    await write(id, words);
    await snapshot(id, 2, 0);
    let replace = async (): Promise<void> => {
      replace = () => Promise.resolve();
      await snapshot(id, 3, 0);
      await query('DELETE FROM document_snapshot WHERE document_id = $1 AND seq = 2', [id]);
    };
    const meanwhile = {
      query: async <Row>(sql: string, values?: unknown[]): Promise<Row[]> => {
        const rows = await query<Row>(sql, values);
        await replace();
        return rows;
      },
    };
    const { head, updates } = await readState(meanwhile, id);
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    expect([head, wordsOf(doc)]).toEqual([4, words]);
  });

  it('forgets what is older than its window and held by a snapshot from before that, and nothing that the document of now is made of', async () => {
    const id = await made();
    const words = ['one', 'two', 'three', 'four', 'five', 'six'];
    await write(id, words);
    await query(`UPDATE document_update SET at = now() - interval '500 days' WHERE document_id = $1 AND seq <= 4`, [id]);
    await prune(0);
    expect(await seqs('document_update', id)).toEqual([1, 2, 3, 4, 5, 6]);
    await server.call('createDocumentVersion', { token: owner, params: { id }, body: { seq: 2, name: 'Draft' } });
    await snapshot(id, 1, 500);
    await snapshot(id, 3, 400);
    await snapshot(id, 5, 100);
    await prune(0);
    // 2 makes the named moment, from the snapshot of 1.
    expect([await seqs('document_update', id), await seqs('document_snapshot', id)]).toEqual([[2, 4, 5, 6], [1, 3, 5]]);
    expect((await stateOf(id)).words).toEqual(words);
    expect((await stateOf(id, 4)).words).toEqual(words.slice(0, 4));
    expect((await stateOf(id, 2)).words).toEqual(words.slice(0, 2));
    // What no snapshot holds stays, however old.
    await prune(10_000);
    expect((await stateOf(id)).words).toEqual(words);
    expect(await seqs('document_update', id)).toContain(6);
  });

  it('keeps one snapshot a month beyond 60 days; every moment is still found', async () => {
    const id = await made();
    const words = Array.from({ length: 8 }, (_, index) => `row ${index}`);
    await write(id, words);
    await query('DELETE FROM document_snapshot WHERE document_id = $1', [id]);
    for (const [seq, at] of [[1, '2026-01-03'], [2, '2026-01-20'], [3, '2026-01-31'], [4, '2026-02-01'], [5, '2026-03-01'], [6, '2026-03-02']] as const) {
      await snapshot(id, seq, 0);
      await query('UPDATE document_snapshot SET at = $3 WHERE document_id = $1 AND seq = $2', [id, seq, `${at}T12:00:00Z`]);
    }
    await server.app.get(PruneLog, { strict: false }).run(new Date('2026-05-01T11:00:00Z'));
    // The two of March: the first is older than 60 days, the second is not.
    expect(await seqs('document_snapshot', id)).toEqual([3, 4, 5, 6]);
    for (let seq = 0; seq <= words.length; seq += 1) expect((await stateOf(id, seq)).words).toEqual(words.slice(0, seq));
  });
});

describe('a document whose elements were put into each other bit by bit', () => {
  const DEPTH = 10_000;
  it('is read, given its earlier words back, and opened after that', async () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    appendParagraph(doc, 'words');
    let node: Y.XmlFragment | Y.XmlElement = doc.getXmlFragment('document');
    for (let depth = 0; depth < DEPTH; depth += 100) {
      doc.transact(() => {
        for (let level = 0; level < 100; level += 1) {
          const child = new Y.XmlElement('paragraph');
          node.insert(0, [child]);
          node = child;
        }
      });
    }
    const id = await made();
    for (const update of updates) expect((await push(id, update)).status).toBe(200);
    const compact = server.app.get(CompactDocument, { strict: false });
    await compact.run(id);
    expect(await query('SELECT text FROM document_text WHERE document_id = $1', [id])).toEqual([{ text: 'words' }]);
    expect((await server.call('restoreDocumentState', { token: owner, params: { id, seq: '1' }, body: { clientId: randomUUID() } })).status).toBe(200);
    await compact.run(id, Date.now() + DAY);
    expect((await stateOf(id)).words).toEqual(['words']);
  });
});

describe('when something fails', () => {
  it('what is written while a reading is late is read too: it may have begun before that', async () => {
    const id = await made();
    const compact = server.app.get(CompactDocument, { strict: false });
    const { id: author } = (await server.call('getMe', { token: owner })).body;
    const waiting = (manager: { query(sql: string, values: unknown[]): Promise<unknown[]> }) => manager.query('SELECT run_at FROM graphile_worker.jobs WHERE key = $1', [`documents.compact:${id}`]);
    await server.database.transaction(async (manager) => {
      await compact.plan(manager, id, author, 0);
      await manager.query(`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 second' WHERE key = $1`, [`documents.compact:${id}`]);
      compact.committed(id, (await compact.plan(manager, id, author, 0)) ?? Infinity);
      await manager.query('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [`documents.compact:${id}`]);
      await compact.plan(manager, id, author, 0);
      expect(await waiting(manager)).toHaveLength(1);
    });
  });

  it('a document that could not be read stays as it is, and is read by a later attempt', async () => {
    const id = await made();
    await write(id, ['still here']);
    // On a slow machine its own reading comes between.
    await query('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [`documents.compact:${id}`]);
    const compact = server.app.get(CompactDocument, { strict: false });
    vi.spyOn(server.app.get(DocumentWorker, { strict: false }), 'digest').mockRejectedValueOnce(new Error('out of memory'));
    await expect(compact.run(id)).rejects.toThrow('out of memory');
    expect(await query('SELECT 1 FROM document_text WHERE document_id = $1', [id])).toEqual([]);
    expect((await stateOf(id)).words).toEqual(['still here']);
    await compact.run(id);
    expect(await query('SELECT text FROM document_text WHERE document_id = $1', [id])).toEqual([{ text: 'still here' }]);
  });

  it('a thread that takes too much memory or time is given up, and the next has a new one', async () => {
    class Small extends DocumentWorker {
      protected override readonly limits: { patience: number; memory: number };
      constructor(limits: { patience: number; memory: number }) {
        super(server.app.get(Log, { strict: false }));
        this.limits = limits;
      }
    }
    const doc = new Y.Doc();
    for (let index = 0; index < 200_000; index += 1) doc.getMap('elements').set(`${index}`, { text: `element ${index}` });
    const large = [Y.encodeStateAsUpdate(doc)];
    const small = new Y.Doc();
    appendParagraph(small, 'words');
    for (const limits of [{ patience: 50_000, memory: 48 }, { patience: 1, memory: 1_024 }]) {
      const worker = new Small(limits);
      await expect(worker.digest(large)).rejects.toThrow();
      if (limits.patience > 1) expect((await worker.digest([Y.encodeStateAsUpdate(small)])).text).toBe('words');
      await worker.onApplicationShutdown();
    }
  });

  it('to be written a thousand times, nothing of it is held, and the next update is kept', async () => {
    const id = await made();
    const keep = server.app.get(KeepUpdates, { strict: false });
    const fail = vi.spyOn(server.database, 'transaction').mockRejectedValue(new Error('the disk is gone'));
    const doc = new Y.Doc();
    appendParagraph(doc, 'words');
    const update = { userId: randomUUID(), schemaVersion: 1, bytes: Y.encodeStateAsUpdate(doc) };
    const answers = await Promise.allSettled(Array.from({ length: 1_000 }, () => keep.push(id, { ...update, updateId: randomUUID() })));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    await vi.waitFor(() => expect((keep as unknown as { queues: Map<string, unknown> }).queues.size).toBe(0));
    fail.mockRestore();
    expect((await push(id, update.bytes)).status).toBe(200);
    expect((await stateOf(id)).words).toEqual(['words']);
  });
});
