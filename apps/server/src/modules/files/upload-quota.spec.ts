import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FileServer, startFileServer } from '../../fixtures/files.ts';

const MOST = 1_000;
let server: FileServer;
let ann: string;
let bob: string;
let channelId: string;
beforeAll(async () => {
  server = await startFileServer({ PARVIS_UPLOAD_MAX_BYTES: String(MOST), PARVIS_UPLOAD_UNSENT_MAX_BYTES: String(MOST) });
  ann = await server.setUp();
  bob = (await server.invite(ann, 'bob@acme.test')).token;
  channelId = (await server.call('listChannels', { token: ann })).body.channels[0].channel.id;
});
afterAll(() => server?.stop());

const create = (token: string, length: number) => server.call('createUpload', { token, headers: { 'upload-length': String(length) } });
const full = { status: 413, body: { code: 'upload_quota_exceeded' } };

it('bounds what one person uploads without sending it: what is announced, and what has come', async () => {
  const file = await server.upload(ann, Buffer.alloc(600), 'a.bin');
  const { headers } = await create(ann, 300);
  expect(await create(ann, 101)).toMatchObject(full);
  expect((await create(bob, 1_000)).status).toBe(201);

  await server.call('deleteUpload', { token: ann, params: { id: String(headers['location']).split('/').at(-1) ?? '' } });
  expect(await create(ann, 401)).toMatchObject(full);
  const sent = await server.call('sendMessage', { token: ann, params: { channelId }, body: { clientId: randomUUID(), text: '', attachmentIds: [file.id] } });
  expect(sent.status).toBe(201);
  expect((await create(ann, 1_000)).status).toBe(201);
});

it('bounds many that begin at once', async () => {
  await server.database.query('DELETE FROM upload');
  const answers = await Promise.all(Array.from({ length: 6 }, () => create(ann, 400)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 413, 413, 413, 413]);
});
