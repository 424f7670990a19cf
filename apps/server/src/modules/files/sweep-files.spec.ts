import { randomBytes, randomUUID } from 'node:crypto';
import { access, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FileServer, startFileServer } from '../../fixtures/files.ts';
import { SweepFiles } from './sweep-files.ts';

let server: FileServer;
let token: string;
let userId: string;
let channelId: string;
beforeAll(async () => {
  server = await startFileServer();
  token = await server.setUp();
  userId = (await server.call('getMe', { token })).body.id;
  channelId = (await server.call('listChannels', { token })).body.channels[0].channel.id;
});
afterAll(() => server.stop());

const sweep = (hoursFromNow: number) => server.app.get(SweepFiles, { strict: false }).run(new Date(Date.now() + hoursFromNow * 3_600_000));
const file = async () => (await server.upload(token, randomBytes(100))).id;
const isThere = async (id: string): Promise<boolean> => (await server.call('getFileContent', { token, params: { id } })).status === 200;
const blobCount = async () => (await server.database.query<unknown[]>('SELECT 1 FROM blob')).length;

it('removes files that no message took within a day, with their bytes', async () => {
  const id = await file();
  await sweep(23);
  expect(await isThere(id)).toBe(true);
  await sweep(25);
  expect(await isThere(id)).toBe(false);
  expect(await blobCount()).toBe(0);
});

it('keeps those of drafts and of messages that are yet to be sent', async () => {
  const [drafted, waiting, sentLater, ofSomebodyElse] = [await file(), await file(), await file(), await file()];
  await server.database.query(`INSERT INTO draft (id, user_id, channel_id, text, file_ids, updated_at) VALUES ($1, $2, $3, '', $4, now())`, [randomUUID(), userId, channelId, [drafted]]);
  const schedule = (fileId: string, ended: Date | null) =>
    server.database.query(
      `INSERT INTO scheduled_message (id, user_id, channel_id, text, file_ids, send_at, client_id, request_hash, created_at, ended_at)
       VALUES ($1, $2, $3, '', $4, now(), $5, '', now(), $6)`,
      [randomUUID(), userId, channelId, [fileId], randomUUID(), ended],
    );
  await schedule(waiting, null);
  await schedule(sentLater, new Date());
  await sweep(25);
  expect(await Promise.all([drafted, waiting, sentLater, ofSomebodyElse].map(isThere))).toEqual([true, true, false, false]);
});

it('removes uploads that stand still for a day, and not those that still grow', async () => {
  const begin = async (): Promise<string> => {
    const { headers } = await server.call('createUpload', { token, headers: { 'upload-length': '10' } });
    return String(headers['location']).split('/').at(-1) ?? '';
  };
  const [still, growing] = [await begin(), await begin()];
  const onDisk = (id: string) => path.join(server.dataDirectory, 'uploads', id);
  const soon = new Date(Date.now() + 24 * 3_600_000);
  await utimes(onDisk(growing), soon, soon);
  await sweep(25);
  expect((await server.call('getUpload', { token, params: { id: still } })).status).toBe(404);
  await expect(access(onDisk(still))).rejects.toThrow('ENOENT');
  expect((await server.call('getUpload', { token, params: { id: growing } })).body).toEqual({ offset: 0, size: 10 });
});
