import { type Attachment, LIMITS } from '@parvis/contracts';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FileServer, picture, startFileServer } from '../../fixtures/files.ts';
import { Attachments } from './attachments.ts';

let server: FileServer;
let attachments: Attachments;
let ann: { token: string; id: string };
let bob: { token: string; id: string };
let eve: { token: string; id: string };
let channelId: string;
let otherChannelId: string;
beforeAll(async () => {
  server = await startFileServer();
  const owner = await server.setUp();
  attachments = server.app.get(Attachments, { strict: false });
  ann = await server.invite(owner, 'ann@acme.test');
  bob = await server.invite(owner, 'bob@acme.test');
  eve = await server.invite(owner, 'eve@acme.test');
  const open = async (userId: string): Promise<string> => (await server.call('openConversation', { token: ann.token, body: { userIds: [userId] } })).body.channel.id;
  channelId = await open(bob.id);
  otherChannelId = await open(eve.id);
});
afterAll(() => server.stop());

let seq = 1_000;
/** A message, as the messages module makes it. */
async function message(place = channelId): Promise<string> {
  const id = randomUUID();
  seq += 1;
  await server.database.query(
    `INSERT INTO message (id, channel_id, author_id, text, seq, version, created_at) VALUES ($1, $2, $3, '', $4, $4, now())`,
    [id, place, ann.id, seq],
  );
  return id;
}
const file = (bytes: Buffer = randomBytes(100), name?: string) => server.upload(ann.token, bytes, name);
const attach = (fileIds: string[], messageId: string, userId = ann.id, place = channelId): Promise<Attachment[]> =>
  server.database.transaction((manager) => attachments.attach(manager, fileIds, { channelId: place, messageId, userId }));
async function sent(bytes?: Buffer, name?: string, place = channelId): Promise<{ messageId: string; fileId: string }> {
  const messageId = await message(place);
  const { id } = await file(bytes, name);
  await attach([id], messageId, ann.id, place);
  return { messageId, fileId: id };
}
const content = (token: string, id: string, headers: Record<string, string> = {}, query: Record<string, string> = {}) =>
  server.call('getFileContent', { token, params: { id }, headers, query });
const stored = async () => (await server.database.query<unknown[]>('SELECT 1 FROM blob')).length;

describe('the files of a message', () => {
  it('are given to it once, in the order wished for', async () => {
    const messageId = await message();
    const files = [await file(), await file(), await file()];
    const wanted = [files[2], files[0], files[1]].map((each) => (each as Attachment).id);
    expect((await attach(wanted, messageId)).map(({ id }) => id)).toEqual(wanted);
    const read = await attachments.readFor(server.database, [messageId, randomUUID()]);
    expect(read.get(messageId)?.map(({ id }) => id)).toEqual(wanted);
    expect(read.size).toBe(1);
    await expect(attach(wanted.slice(0, 1), await message())).rejects.toMatchObject({ code: 'attachment_invalid' });
  });

  it('are one’s own, there, named once and not too many; else none is given', async () => {
    const messageId = await message();
    const { id } = await file();
    for (const ids of [[id, id], [id, randomUUID()], Array.from({ length: LIMITS.attachmentsPerMessage + 1 }, () => randomUUID())]) {
      await expect(attach(ids, messageId)).rejects.toMatchObject({ code: 'attachment_invalid' });
    }
    await expect(attach([id], messageId, bob.id)).rejects.toMatchObject({ code: 'attachment_invalid' });
    expect((await attachments.readFor(server.database, [messageId])).size).toBe(0);
    expect(await attach([id], messageId)).toHaveLength(1);
  });

  it('go to one of two messages that want them at the same moment', async () => {
    const { id } = await file();
    const results = await Promise.allSettled([attach([id], await message()), attach([id], await message())]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are no longer changed or dropped by who uploaded them', async () => {
    const { fileId } = await sent();
    expect((await server.call('updateFile', { token: ann.token, params: { id: fileId }, body: { name: 'x' } })).status).toBe(404);
    expect((await server.call('deleteFile', { token: ann.token, params: { id: fileId } })).status).toBe(404);
  });

  it('go with it, bytes and small picture too, unless another file has the same', async () => {
    const before = await stored();
    const bytes = await picture(900, 700);
    const first = await sent(bytes, 'a.png');
    const second = await sent(bytes, 'b.png', otherChannelId);
    expect(await stored()).toBe(before + 2);
    await server.database.transaction((manager) => attachments.removeFor(manager, [first.messageId]));
    expect((await content(ann.token, first.fileId)).status).toBe(404);
    expect((await content(eve.token, second.fileId)).raw.equals(bytes)).toBe(true);
    await server.database.transaction((manager) => attachments.removeFor(manager, [second.messageId]));
    await vi.waitUntil(async () => (await stored()) === before, { timeout: 30_000 });
  });

  it('are forwarded as new files with the same bytes', async () => {
    const messageId = await message();
    const files = [await file(await picture(30, 20), 'p.png'), await file()];
    await attach(files.map(({ id }) => id), messageId);
    const before = await stored();
    const to = await message(otherChannelId);
    const copies = await server.database.transaction((manager) => attachments.copyTo(manager, messageId, { channelId: otherChannelId, messageId: to, userId: ann.id }));
    expect(copies.map(({ id, ...rest }) => [files.some((each) => each.id === id), rest])).toEqual(files.map(({ id: _, ...rest }) => [false, rest]));
    expect(await stored()).toBe(before);
    expect((await content(eve.token, copies[1]?.id ?? '')).status).toBe(200);
    expect((await content(eve.token, files[1]?.id ?? '')).status).toBe(404);
    expect((await attachments.readFor(server.database, [to])).get(to)?.map(({ id }) => id)).toEqual(copies.map(({ id }) => id));
  });
});

it('travels with its message: sent, read by others, gone with it', async () => {
  const { id } = await file(Buffer.from('minutes'), 'minutes.txt');
  const body = { clientId: randomUUID(), text: '', attachmentIds: [id] };
  const made = await server.call('sendMessage', { token: ann.token, params: { channelId }, body });
  expect(made.body.attachments).toMatchObject([{ id, name: 'minutes.txt', mediaType: 'text/plain' }]);
  expect((await content(bob.token, id)).raw.toString()).toBe('minutes');
  const again = await server.call('sendMessage', { token: ann.token, params: { channelId }, body: { ...body, clientId: randomUUID() } });
  expect(again.body.code).toBe('attachment_invalid');
  await server.call('deleteMessage', { token: ann.token, params: { channelId, messageId: made.body.id } });
  expect((await content(bob.token, id)).status).toBe(404);
});

describe('the bytes of a message’s file', () => {
  it('are for who is in its conversation now, and no longer for who left', async () => {
    const { fileId } = await sent(await picture(20, 20), 'p.png');
    for (const token of [ann.token, bob.token]) expect((await content(token, fileId)).status).toBe(200);
    for (const operation of ['getFileContent', 'getFileThumbnail'] as const) {
      expect((await server.call(operation, { token: eve.token, params: { id: fileId } })).status).toBe(404);
    }
    await server.database.query('DELETE FROM channel_member WHERE channel_id = $1 AND user_id = $2', [channelId, bob.id]);
    const { headers } = await content(ann.token, fileId);
    expect((await content(bob.token, fileId, { 'if-none-match': String(headers['etag']) })).status).toBe(404);
    await server.database.query('DELETE FROM channel_member WHERE channel_id = $1 AND user_id = $2', [channelId, ann.id]);
    expect((await content(ann.token, fileId)).status).toBe(404);
    await server.database.query(`INSERT INTO channel_member (channel_id, user_id, role, joined_at) SELECT $1, unnest($2::uuid[]), 'member', now()`, [channelId, [ann.id, bob.id]]);
  });

  it('are handed out so that nothing of them runs', async () => {
    const { fileId } = await sent(await picture(20, 20), 'été "1".png');
    const { headers } = await content(ann.token, fileId);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="_t_ _1_.png"; filename*=UTF-8''%C3%A9t%C3%A9%20%221%22.png`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
    expect((await content(ann.token, fileId, {}, { download: 'true' })).headers['content-disposition']).toMatch(/^attachment;/);
  });

  it.each([
    ['bytes=0-3', 206, 'abcd', 'bytes 0-3/10'], ['bytes=7-', 206, 'hij', 'bytes 7-9/10'], ['bytes=-2', 206, 'ij', 'bytes 8-9/10'], ['bytes=5-500', 206, 'fghij', 'bytes 5-9/10'],
    ['bytes=-500', 206, 'abcdefghij', 'bytes 0-9/10'], ['bytes=10-', 416, '', 'bytes */10'], ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, 'abcdefghij', undefined], ['bytes=5-2', 200, 'abcdefghij', undefined], ['lines=1-2', 200, 'abcdefghij', undefined],
  ])('come in the range %s', async (range, status, body, told) => {
    const { fileId } = await sent(Buffer.from('abcdefghij'));
    const answer = await content(ann.token, fileId, { range });
    expect([answer.status, answer.raw.toString(), answer.headers['content-range']]).toEqual([status, body, told]);
    expect(Number(answer.headers['content-length'])).toBe(body.length);
  });

  it('are not sent again to who has them', async () => {
    const { fileId } = await sent(Buffer.from('abcdefghij'));
    const etag = String((await content(ann.token, fileId)).headers['etag']);
    expect((await content(ann.token, fileId, { 'if-none-match': etag })).status).toBe(304);
    expect((await content(ann.token, fileId, { 'if-range': etag, range: 'bytes=0-0' })).status).toBe(206);
    expect((await content(ann.token, fileId, { 'if-range': '"other"', range: 'bytes=0-0' })).status).toBe(200);
    const head = await server.app.inject({ method: 'HEAD', url: `/api/v1/files/${fileId}/content`, headers: { authorization: `Bearer ${ann.token}` } });
    expect([head.statusCode, head.headers['content-length'], head.body]).toEqual([200, '10', '']);
  });
});

describe('the files of a conversation', () => {
  it('are listed the newest first, by page, name and kind, for its members only', async () => {
    const place = (await server.call('openConversation', { token: bob.token, body: { userIds: [ann.id, eve.id] } })).body.channel.id as string;
    const made = [await sent(undefined, 'Report.bin', place), await sent(await picture(5, 5), 'photo.png', place), await sent(undefined, '100%_done.bin', place)];
    const list = (query: Record<string, string | number>) => server.call('listChannelFiles', { token: ann.token, params: { id: place }, query });
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.body.next });
    const listed = [...first.body.files, ...second.body.files].map(({ file: { id }, messageId }: { file: Attachment; messageId: string }) => ({ fileId: id, messageId }));
    expect(listed).toEqual([...made].reverse());
    expect(second.body.next).toBeNull();
    const names = async (query: Record<string, string>) => (await list(query)).body.files.map(({ file: { name } }: { file: Attachment }) => name);
    expect(await names({ kind: 'image' })).toEqual(['photo.png']);
    expect(await names({ query: 'report' })).toEqual(['Report.bin']);
    expect(await names({ query: '0%_' })).toEqual(['100%_done.bin']);
    expect((await server.call('listChannelFiles', { token: eve.token, params: { id: channelId } })).status).toBe(404);
    expect((await list({ cursor: 'bm9wZQ' })).body.code).toBe('invalid_cursor');
  });
});
