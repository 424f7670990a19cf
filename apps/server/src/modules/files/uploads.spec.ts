import { randomBytes } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FileServer, picture, startFileServer, tusUpload } from '../../fixtures/files.ts';

const MOST = 8 * 1024 * 1024;
let server: FileServer;
let ann: string;
let bob: string;
beforeAll(async () => {
  server = await startFileServer({ PARVIS_UPLOAD_MAX_BYTES: String(MOST) });
  ann = await server.setUp();
  bob = (await server.invite(ann, 'bob@acme.test')).token;
});
afterAll(() => server.stop());

const create = (token: string, length: number | string, metadata = '') =>
  server.call('createUpload', { token, headers: { 'tus-resumable': '1.0.0', 'upload-length': String(length), 'upload-metadata': metadata } });
async function begin(token: string, length: number, name = 'note.txt'): Promise<string> {
  const { headers } = await create(token, length, `filename ${Buffer.from(name).toString('base64')}`);
  return String(headers['location']).split('/').at(-1) ?? '';
}
const append = (token: string, id: string, offset: number, body: Buffer, headers: Record<string, string> = {}) =>
  server.call('appendUpload', { token, params: { id }, body, headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...headers } });
const fileOf = (token: string, id: string) => server.call('getUploadedFile', { token, params: { id } });
const contentOf = async (token: string, id: string): Promise<Buffer> => (await server.call('getFileContent', { token, params: { id } })).raw;

describe('an upload', () => {
  it('arrives in pieces as it was sent', async () => {
    const bytes = randomBytes(3_500_000);
    const file = await server.upload(ann, bytes, 'données.bin');
    expect(file).toMatchObject({ name: 'données.bin', mediaType: 'application/octet-stream', kind: 'file', size: bytes.length, thumbnail: false });
    expect((await contentOf(ann, file.id)).equals(bytes)).toBe(true);
    expect(await readdir(path.join(server.dataDirectory, 'uploads'))).toEqual([]);
  });

  it('says what it speaks to whoever asks', async () => {
    const { headers, statusCode } = await server.app.inject({ method: 'OPTIONS', url: '/api/v1/uploads' });
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({ 'tus-version': '1.0.0', 'tus-extension': 'creation,termination', 'tus-max-size': String(MOST) });
  });

  it('goes on where a broken connection left it', async () => {
    const bytes = randomBytes(2_000_000);
    const id = await begin(ann, bytes.length);
    const broken = http.request(`${server.url}/api/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${ann}`, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'content-length': bytes.length },
    }).on('error', () => undefined);
    broken.write(bytes.subarray(0, 700_000));
    const head = () => server.app.inject({ method: 'HEAD', url: `/api/v1/uploads/${id}`, headers: { authorization: `Bearer ${ann}` } });
    await vi.waitUntil(async () => (await server.database.query<unknown[]>('SELECT 1')) && (await sizeOnDisk(id)) === 700_000, { timeout: 30_000 });
    broken.destroy();
    const { headers } = await head();
    expect(headers).toMatchObject({ 'upload-offset': '700000', 'upload-length': '2000000', 'upload-metadata': 'filename bm90ZS50eHQ=', 'cache-control': 'no-store' });
    expect((await fileOf(ann, id)).status).toBe(404);
    expect((await append(ann, id, 0, bytes)).body.code).toBe('conflict');
    expect((await append(ann, id, 700_000, bytes.subarray(700_000))).status).toBe(204);
    const { body } = await fileOf(ann, id);
    expect((await contentOf(ann, body.id)).equals(bytes)).toBe(true);
  });

  it('is its owner’s alone: for others it is not there', async () => {
    const id = await begin(ann, 3);
    expect((await append(bob, id, 0, Buffer.from('abc'))).status).toBe(404);
    expect((await server.call('getUpload', { token: bob, params: { id } })).status).toBe(404);
    expect((await server.call('deleteUpload', { token: bob, params: { id } })).status).toBe(404);
    expect((await fileOf(bob, id)).status).toBe(404);
    await append(ann, id, 0, Buffer.from('abc'));
    expect((await fileOf(bob, id)).status).toBe(404);
    const { body } = await fileOf(ann, id);
    expect((await server.call('getFileContent', { token: bob, params: { id: body.id } })).status).toBe(404);
    expect((await server.call('updateFile', { token: bob, params: { id: body.id }, body: { name: 'x' } })).status).toBe(404);
    expect((await server.call('deleteFile', { token: bob, params: { id: body.id } })).status).toBe(404);
  });

  it('passes the guard like every other operation', async () => {
    const id = await begin(ann, 3);
    const cookie = `parvis-session=${ann}`;
    const forged = await server.app.inject({
      method: 'PATCH', url: `/api/v1/uploads/${id}`, payload: Buffer.from('abc'),
      headers: { cookie, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    });
    expect(forged.json().code).toBe('csrf_rejected');
    expect((await append('', id, 0, Buffer.from('abc'))).status).toBe(401);
    expect((await append(ann, id, 0, Buffer.from('abc'), { 'content-type': 'application/octet-stream' })).status).toBe(415);
  });

  it.each(['', '-1', '1.5', '0x10', 'many', '99999999999999999999'])('of %j bytes is refused', async (length) => {
    expect((await create(ann, length)).status).toBe(400);
  });

  it('is no larger than allowed, nor than announced', async () => {
    expect((await create(ann, MOST + 1)).body.code).toBe('payload_too_large');
    const id = await begin(ann, 3);
    expect((await append(ann, id, 0, Buffer.from('abcd'))).body.code).toBe('payload_too_large');
    expect((await append(ann, id, 1, Buffer.from('a'))).body.code).toBe('conflict');
  });

  it('says so on the connection that brings too much', async () => {
    const id = await begin(ann, 3);
    const answer = await fetch(`${server.url}/api/v1/uploads/${id}`, {
      method: 'PATCH', body: new Uint8Array(2_000_000), headers: { authorization: `Bearer ${ann}`, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    });
    expect(await answer.json()).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  it('may be empty', async () => {
    const id = await begin(ann, 0, 'empty.txt');
    expect((await fileOf(ann, id)).body).toMatchObject({ name: 'empty.txt', size: 0 });
    const { body } = await fileOf(ann, id);
    expect(await contentOf(ann, body.id)).toHaveLength(0);
  });

  it('is made a file once, however often that is asked', async () => {
    const id = await begin(ann, 3);
    await append(ann, id, 0, Buffer.from('abc'));
    const files = await Promise.all([fileOf(ann, id), fileOf(ann, id), fileOf(ann, id)]);
    expect(new Set(files.map(({ body }) => body.id)).size).toBe(1);
    expect((await append(ann, id, 3, Buffer.alloc(0))).status).toBe(409);
  });

  it('is made a file when it is asked for, should a crash have come before', async () => {
    const id = await begin(ann, 3);
    await writeFile(path.join(server.dataDirectory, 'uploads', id), 'abc');
    expect((await server.call('getUpload', { token: ann, params: { id } })).body).toEqual({ offset: 3, size: 3 });
    const { body } = await fileOf(ann, id);
    expect((await contentOf(ann, body.id)).toString()).toBe('abc');
  });

  it('is given up, and its bytes with it', async () => {
    const id = await begin(ann, 10);
    await append(ann, id, 0, Buffer.from('abc'));
    expect((await server.call('deleteUpload', { token: ann, params: { id } })).status).toBe(204);
    expect((await server.call('getUpload', { token: ann, params: { id } })).status).toBe(404);
    expect(await sizeOnDisk(id)).toBeNull();
  });

  it('is one of a bounded number', async () => {
    const carl = (await server.invite(ann, 'carl@acme.test')).token;
    const answers = await Promise.all(Array.from({ length: 45 }, () => create(carl, 1)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('too_many');
  });
});

describe('what an upload is', () => {
  it('is found in its bytes: a picture, upright, with a small one', async () => {
    const bytes = await picture(1600, 900);
    const file = await server.upload(ann, bytes, 'photo.exe');
    expect(file).toMatchObject({ mediaType: 'image/png', kind: 'image', width: 1600, height: 900, thumbnail: true });
    const small = await server.call('getFileThumbnail', { token: ann, params: { id: file.id } });
    expect(small.headers).toMatchObject({ 'content-type': 'image/webp' });
    expect(small.raw.subarray(8, 12).toString()).toBe('WEBP');
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a drawing with a prologue', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a broken picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(500)])],
    ['a picture of too many pixels', bomb()],
  ])('is never shown in place when it is %s', async (_, bytes) => {
    const file = await server.upload(ann, bytes, 'photo.png');
    expect(file).toMatchObject({ kind: 'file', thumbnail: false, width: null });
    const { headers } = await server.call('getFileContent', { token: ann, params: { id: file.id } });
    expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
    expect(headers['content-disposition']).toMatch(/^attachment;/);
  });

  it.each([
    ['../../etc/passwd', 'passwd'], ['C:\\Windows\\notes.txt', 'notes.txt'], ['..', 'file'], ['a\0b\u202Egnp.exe', 'abgnp.exe'],
    [`${'long '.repeat(80)}.tar`, expect.stringMatching(/^long .*\.tar$/)],
  ])('has a name without tricks: %j', async (given, name) => {
    const id = await tusUpload(server.url, ann, Buffer.from('x'), given);
    expect((await fileOf(ann, id)).body.name).toEqual(name);
  });

  it('is kept once when it is the same, also when it comes at the same moment', async () => {
    const bytes = randomBytes(100_000);
    const before = await blobCount();
    await Promise.all([server.upload(ann, bytes), server.upload(bob, bytes), server.upload(ann, bytes)]);
    expect(await blobCount()).toBe(before + 1);
    expect(await storedFiles()).toBe(await blobCount());
  });
});

describe('a file in no message yet', () => {
  it('is named and made a voice message by who uploaded it', async () => {
    const sound = await server.upload(ann, wav(), 'recording');
    expect(sound).toMatchObject({ kind: 'audio', mediaType: 'audio/wav' });
    const voice = { duration: 1200, waveform: [0, 50, 100] };
    const { body } = await server.call('updateFile', { token: ann, params: { id: sound.id }, body: { name: 'voice.wav', voice } });
    expect(body).toMatchObject({ name: 'voice.wav', kind: 'voice', ...voice });
    const text = await server.upload(ann, Buffer.from('words'));
    expect((await server.call('updateFile', { token: ann, params: { id: text.id }, body: { voice } })).body.code).toBe('unsupported_media');
    expect((await server.call('updateFile', { token: ann, params: { id: sound.id }, body: { voice: { ...voice, waveform: [101] } } })).status).toBe(400);
  });

  it('is dropped, and its bytes with it unless others have the same', async () => {
    const bytes = randomBytes(5_000);
    const [first, second] = [await server.upload(ann, bytes), await server.upload(bob, bytes)];
    const before = await blobCount();
    await server.call('deleteFile', { token: ann, params: { id: first.id } });
    expect((await server.call('getFileContent', { token: ann, params: { id: first.id } })).status).toBe(404);
    expect((await contentOf(bob, second.id)).equals(bytes)).toBe(true);
    await server.call('deleteFile', { token: bob, params: { id: second.id } });
    await vi.waitUntil(async () => (await blobCount()) === before - 1, { timeout: 30_000 });
    await vi.waitUntil(async () => (await storedFiles()) === (await blobCount()), { timeout: 30_000 });
  });
});

async function sizeOnDisk(id: string): Promise<number | null> {
  return stat(path.join(server.dataDirectory, 'uploads', id)).then(({ size }) => size, () => null);
}

async function blobCount(): Promise<number> {
  const [row] = await server.database.query<{ count: number }[]>('SELECT count(*) FROM blob');
  return row?.count ?? 0;
}

async function storedFiles(): Promise<number> {
  const names = await readdir(path.join(server.dataDirectory, 'blobs'), { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).length;
}

/** A PNG header that announces 30,000 x 30,000 pixels. */
function bomb(): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(30_000, 16);
  header.writeUInt32BE(30_000, 20);
  header.set([8, 2, 0, 0, 0], 24);
  return header;
}

/** A tenth of a second of silence. */
function wav(): Buffer {
  const header = Buffer.alloc(44 + 1_600);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(header.length - 8, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.set([1, 0, 1, 0], 20);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(16_000, 28);
  header.set([2, 0, 16, 0], 32);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(1_600, 40);
  return header;
}
