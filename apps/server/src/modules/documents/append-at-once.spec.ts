import { type DocumentRole, LIMITS } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';
import { appendAtOnce, type Plain } from './append-at-once.ts';
import { claimClients } from './document-log.repository.ts';

let server: AccountServer;
let token: string;
let [owner, other] = ['', ''];
let documentId: string;

const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => server.database.query<Row[]>(sql, values);
const give = (role: DocumentRole, id = documentId) => server.call('grantDocumentToUser', { token, params: { id, userId: other }, body: { role } });

beforeAll(async () => {
  server = await startAccountServer();
  token = await server.setUp();
  other = (await server.invite(token, 'other@acme.test')).id;
  owner = (await query<{ id: string }>('SELECT id FROM app_user WHERE id <> $1', [other]))[0]!.id;
});
beforeEach(async () => {
  documentId = (await server.call('createDocument', { token, body: {} })).body.document.id;
  await give('editor');
  await claimClients(server.database, documentId, [{ clientId: 7, userId: owner }, { clientId: 8, userId: other }]);
});
afterAll(() => server?.stop());

const by = (userId: string, more: Partial<Plain> = {}): Plain =>
  ({ userId, updateId: randomUUID(), schemaVersion: 1, bytes: Buffer.from(userId), base64: Buffer.from(userId).toString('base64'), clients: [userId === owner ? 7 : 8], ...more });
const append = (updates: readonly Plain[], until = Date.now() + 60_000, id = documentId) => appendAtOnce(server.database, id, updates, until);
const log = async () => {
  const [head] = await query<{ head: number; size: number }>('SELECT head, size FROM document_log WHERE document_id = $1', [documentId]);
  const kept = await query<{ seq: number; updateId: string; authorId: string; bytes: Buffer }>('SELECT seq, update_id AS "updateId", author_id AS "authorId", bytes FROM document_update WHERE document_id = $1 ORDER BY seq', [documentId]);
  return { ...head, kept };
};

it('keeps what many wrote, in their order, one after the other', async () => {
  const first = [by(owner), by(other), by(owner)];
  expect(await append(first)).toBe(3);
  const second = [by(other, { clients: [] })];
  expect(await append(second)).toBe(4);
  const { head, size, kept } = await log();
  expect({ head, size }).toEqual({ head: 4, size: 4 * 36 });
  expect(kept).toEqual([...first, ...second].map(({ updateId, userId, bytes }, index) => ({ seq: index + 1, updateId, authorId: userId, bytes })));
});

describe('keeps nothing, and leaves it to be looked at one by one,', () => {
  const known = randomUUID();
  const cases: Record<string, () => Promise<Plain[]> | Plain[]> = {
    'of somebody who may only read': async () => [await give('reader').then(() => by(other))],
    'of somebody who lost the right a moment ago': async () => {
      expect(await append([by(other)])).toBe(1);
      await server.call('revokeDocumentFromUser', { token, params: { id: documentId, userId: other } });
      return [by(other)];
    },
    'of nobody': () => [by(randomUUID(), { clients: [] })],
    'under the client of somebody else': () => [by(other, { clients: [8, 7] })],
    'under a client that nobody had yet': () => [by(owner, { clients: [9] })],
    'under an id that is known': async () => {
      expect(await append([by(owner, { updateId: known })])).toBe(1);
      return [by(owner, { updateId: known })];
    },
    'twice under one id': () => [by(owner, { updateId: known }), by(owner, { updateId: known })],
    'of clients of two versions': () => [by(owner), by(owner, { schemaVersion: 2 })],
    'of a newer client': () => [by(owner, { schemaVersion: 2 })],
    'of an older client': async () => {
      await query('UPDATE document_log SET schema_version = 2 WHERE document_id = $1', [documentId]);
      return [by(owner)];
    },
    'more than a document holds': async () => {
      await query('UPDATE document_log SET size = $2 WHERE document_id = $1', [documentId, LIMITS.documentBytes - 35]);
      return [by(owner)];
    },
    'in the trash': async () => {
      await server.call('trashDocument', { token, params: { id: documentId } });
      return [by(owner)];
    },
    'of a person whose account is closed': async () => {
      await query('UPDATE app_user SET deactivated_at = now() WHERE id = $1', [other]);
      return [by(other)];
    },
  };
  it.each(Object.entries(cases))('what is %s', async (_, prepare) => {
    const updates = await prepare();
    const before = await log();
    try {
      expect(await append(updates)).toBeNull();
      // Nor what came with it.
      expect(await append([by(owner), ...updates])).toBeNull();
      expect(await log()).toEqual(before);
    } finally {
      await query('UPDATE app_user SET deactivated_at = NULL');
    }
  });

  it('what comes after the moment that the next reading is planned for', async () => {
    expect(await append([by(owner)], Date.now() - 1)).toBeNull();
    expect((await log()).head).toBe(0);
  });

  it('what is written in an archived conversation, or nowhere', async () => {
    const { body } = await server.call('openConversation', { token, body: { userIds: [other] } });
    const id: string = (await server.call('createDocument', { token, body: { channelId: body.channel.id } })).body.document.id;
    expect(await append([by(other, { clients: [] })], undefined, id)).toBe(1);
    await query('UPDATE channel SET archived_at = now() WHERE id = $1', [body.channel.id]);
    expect(await append([by(other, { clients: [] })], undefined, id)).toBeNull();
    expect(await append([by(owner)], undefined, randomUUID())).toBeNull();
  });
});

it.each(['reader', 'commenter', 'editor', 'manager'] as const)('lets a %s write exactly where the rules do', async (role) => {
  await give(role);
  expect(await append([by(other)]) !== null).toBe(can({ role: 'member' }, 'document.edit', { role, trashed: false, archived: false }));
});

describe('processes that write at once', () => {
  const LONG = { timeout: 10_000, interval: 20 };

  it('take turns: no seq is left out or given twice', async () => {
    const batches = Array.from({ length: 30 }, (_, index) => Array.from({ length: 1 + (index % 3) }, () => by(index % 2 ? owner : other)));
    const heads = await Promise.all(batches.map((batch) => append(batch)));
    const { head, kept } = await log();
    expect(head).toBe(batches.flat().length);
    expect(kept.map(({ seq }) => seq)).toEqual(Array.from({ length: head! }, (_, index) => index + 1));
    for (const [index, batch] of batches.entries()) {
      expect(kept.slice(heads[index]! - batch.length, heads[index]!).map(({ updateId }) => updateId)).toEqual(batch.map(({ updateId }) => updateId));
    }
  });

  it('keep the same update once', async () => {
    const update = by(owner);
    const answers = await Promise.all(Array.from({ length: 5 }, () => append([update])));
    expect(answers.toSorted()).toEqual([1, null, null, null, null]);
    expect((await log()).kept).toHaveLength(1);
    // Nor is a connection lost with it.
    expect(await append([by(owner)])).toBe(2);
  });

  it('see what the other wrote while they waited for it: a size, a newer version, the time', async () => {
    const waits = async (change: string, until = Date.now() + 60_000): Promise<number | null> => {
      const runner = server.database.createQueryRunner();
      await runner.startTransaction();
      await runner.query(`UPDATE document_log SET ${change} WHERE document_id = $1`, [documentId]);
      const answer = append([by(owner)], until);
      await expect.poll(async () => (await query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)).length, LONG).toBe(1);
      if (until < Date.now() + 10_000) await expect.poll(() => Date.now(), LONG).toBeGreaterThan(until);
      await runner.commitTransaction();
      await runner.release();
      return answer;
    };
    expect(await waits('head = head + 4')).toBe(5);
    expect(await waits('head = head + 1', Date.now() + 1_000)).toBeNull();
    expect(await waits(`size = ${LIMITS.documentBytes}`)).toBeNull();
    await query('UPDATE document_log SET size = 0 WHERE document_id = $1', [documentId]);
    expect(await waits('schema_version = 2')).toBeNull();
  });
});
