import { LIMITS } from '@parvis/contracts';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { appendParagraph, codeOf, readState, wordsOf, Writer } from '../../fixtures/documents.ts';

let server: TestServer;
let [olga, mallory] = [] as unknown as [TestAccount, TestAccount];
const writers: Writer[] = [];

beforeAll(async () => {
  server = await startTestServer();
  await server.setUp();
  [olga, mallory] = await Promise.all([server.createUser('Olga'), server.createUser('Mallory')]);
});
afterAll(async () => {
  for (const { socket } of writers) socket.disconnect();
  await server?.stop();
});

async function writer(account: TestAccount, documentId: string): Promise<Writer> {
  const made = await Writer.connect(server.url, account, documentId);
  writers.push(made);
  return made;
}
const made = async (): Promise<string> => (await olga.api.call('createDocument', { body: { } })).document.id;
async function shared(): Promise<[string, Writer, Writer]> {
  const id = await made();
  await olga.api.call('grantDocumentToUser', { params: { id, userId: mallory.user.id }, body: { role: 'editor' } });
  const [honest, hostile] = [await writer(olga, id), await writer(mallory, id)];
  await Promise.all([honest.open(), hostile.open()]);
  return [id, honest, hostile];
}
/** Until the server takes messages of this socket again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as Error).message !== 'too_many_requests') throw error;
      await delay(50);
    }
  }
}

describe('somebody who may write and means harm', () => {
  it('sends bytes that are no update: each is refused, and nobody else notices', async () => {
    const [id, honest, hostile] = await shared();
    for (let size = 1; size < 30; size += 1) {
      // Of chance itself a few are updates: those harm nothing.
      const code = await patiently(() => codeOf(hostile.push(randomBytes(size))).then((answer) => { if (answer === 'too_many_requests') throw new Error(answer); return answer; }));
      expect(['update_invalid', 'client_id_taken', null]).toContain(code);
    }
    await honest.write('undisturbed');
    const fresh = new Y.Doc();
    for (const update of (await readState(olga, id)).updates) Y.applyUpdate(fresh, update);
    expect(wordsOf(fresh)).toEqual(['undisturbed']);
  });

  it('points with what is no awareness, too large, or of somebody else: refused, and told to nobody', async () => {
    const [documentId, honest, hostile] = await shared();
    const state = (clientId: number, json: string): Uint8Array => {
      const encoder = createEncoder();
      for (const number of [1, clientId, 1]) writeVarUint(encoder, number);
      writeVarString(encoder, json);
      return toUint8Array(encoder);
    };
    const point = (bytes: Uint8Array) => codeOf(hostile.ask('document_awareness', { documentId, update: Buffer.from(bytes).toString('base64') }));
    const own = hostile.doc.clientID;
    for (const bytes of [randomBytes(40), state(honest.doc.clientID, '{}'), state(own, 'no json'), state(own, '[1]'), state(own, '7')]) expect(await point(bytes)).toBe('update_invalid');
    expect(await point(state(own, JSON.stringify({ padding: 'x'.repeat(LIMITS.documentAwarenessBytes) })))).toMatch(/invalid_request|payload_too_large/);
    expect(await point(state(own, '{"user":{"name":"Olga"},"__proto__":{"user":1}}'))).toBeNull();
    await expect.poll(() => honest.told.document_awareness.length).toBe(1);
    expect(Buffer.from(honest.told.document_awareness[0]!.update, 'base64').toString()).toContain('"name":"Mallory"');
  });

  it('opens more documents than a window has: the first ones work, the others are refused', async () => {
    const ids = await Promise.all(Array.from({ length: 22 }, made));
    const one = await writer(olga, ids[0]!);
    const open = (documentId: string) => patiently(() => one.ask('document_open', { documentId, clientId: one.doc.clientID, schemaVersion: 1 }));
    // Two at once are both open.
    await Promise.all([open(ids[0]!), open(ids[1]!)]);
    for (const documentId of ids.slice(0, 2)) {
      const encoder = createEncoder();
      for (const number of [1, one.doc.clientID, 1]) writeVarUint(encoder, number);
      writeVarString(encoder, '{}');
      expect(await codeOf(one.ask('document_awareness', { documentId, update: Buffer.from(toUint8Array(encoder)).toString('base64') }))).toBeNull();
    }
    const answers = await Promise.all(ids.slice(2).map((documentId) => codeOf(open(documentId))));
    expect(answers.filter((code) => code === null)).toHaveLength(18);
    expect(answers.filter((code) => code === 'too_many')).toHaveLength(2);
    await one.ask('document_close', { documentId: ids[0]! });
    expect(await codeOf(open(ids[answers.indexOf('too_many') + 2]!))).toBeNull();
  });

  it('sends more in a second than anybody types: refused until they stop, then cut off', async () => {
    const [, honest, hostile] = await shared();
    const cut = new Promise<void>((resolve) => hostile.socket.once('disconnect', () => { resolve(); }));
    const update = hostile.edit((doc) => { appendParagraph(doc, 'x'); });
    const codes = new Set<string | null>();
    const sent = Array.from({ length: 500 }, () => codeOf(hostile.push(update, randomUUID())).then((code) => codes.add(code)));
    await Promise.all([cut, ...sent]);
    expect(codes).toContain('too_many_requests');
    await honest.write('undisturbed');
    expect(honest.words).toContain('undisturbed');
  });
});

it('an update that builds on one that isn’t there waits for that, with everybody', async () => {
  const [id, honest, other] = await shared();
  const updates = ['one', 'two', 'three'].map((words) => honest.edit((doc) => { appendParagraph(doc, words); }));
  await honest.push(updates[2]!);
  await honest.push(updates[1]!);
  await expect.poll(() => other.seqs.length).toBe(2);
  expect(other.words).toEqual([]);
  await honest.push(updates[0]!);
  await expect.poll(() => other.words).toEqual(['one', 'two', 'three']);
  const fresh = new Y.Doc();
  for (const update of (await readState(mallory, id)).updates) Y.applyUpdate(fresh, update);
  expect(wordsOf(fresh)).toEqual(['one', 'two', 'three']);
});
