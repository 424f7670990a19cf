import { LIMITS } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FileServer, picture, startFileServer } from '../../fixtures/files.ts';

let server: FileServer;
let owner: string;
let alice: { token: string; id: string };
let bob: { token: string; id: string };
let made = 0;

beforeAll(async () => {
  server = await startFileServer();
  owner = await server.setUp();
  alice = await server.invite(owner, 'alice@acme.test');
  bob = await server.invite(owner, 'bob@acme.test');
}, 120_000);
afterAll(() => server?.stop());

const uniqueName = () => `wave_${(made += 1)}`;
const create = (token: string, name: string, fileId: string) => server.call('createEmoji', { token, body: { name, fileId } });
const add = async (person: { token: string }, name: string, bytes: Buffer, file = 'wave.png') =>
  create(person.token, name, (await server.upload(person.token, bytes, file)).id);
const rows = async () => (await server.database.query<{ n: number }[]>('SELECT count(*) AS n FROM custom_emoji'))[0]?.n;

/** A PNG that says it is so large, of one pixel of data. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const whole = Buffer.alloc(8 + body.length);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc(body), 4 + body.length);
    return whole;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(4))), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

describe('an emoji that somebody adds', () => {
  it('is told to everybody, small and without what else was in the file', async () => {
    const name = uniqueName();
    const answer = await add(alice, name, await sharp(await picture(600, 300)).withMetadata({ exif: { IFD0: { Copyright: 'secret-place' } } }).png().toBuffer());
    expect(answer).toMatchObject({ status: 201, body: { name, createdBy: alice.id } });
    const { body } = await server.call('listEmoji', { token: bob.token });
    expect(body.emoji).toContainEqual(answer.body);
    const image = await server.call('getEmojiImage', { token: bob.token, params: { id: answer.body.id } });
    expect(image.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
    expect(await sharp(image.raw).metadata()).toMatchObject({ format: 'webp', width: 128, height: 64 });
    expect(image.raw.includes('secret-place')).toBe(false);
    const [event] = await server.database.query<unknown[]>(`SELECT payload FROM stream_event WHERE type = 'emoji.created' ORDER BY seq DESC LIMIT 1`);
    expect(event).toEqual({ payload: { emoji: answer.body } });
    const snapshot = await server.call('sync', { token: bob.token, body: { cursors: {} } });
    expect(snapshot.body.snapshot.emoji).toContainEqual(answer.body);
  });

  it('still moves', async () => {
    const frames = await Promise.all(['#f00', '#0f0', '#00f'].map((background) => sharp({ create: { width: 200, height: 200, channels: 3, background } }).png().toBuffer()));
    const gif = await sharp(frames, { join: { animated: true } }).gif({ delay: [100, 100, 100], loop: 0 }).toBuffer();
    const { body } = await add(alice, uniqueName(), gif, 'wave.gif');
    const { raw } = await server.call('getEmojiImage', { token: alice.token, params: { id: body.id } });
    expect(await sharp(raw).metadata()).toMatchObject({ format: 'webp', pages: 3, width: 128 });
  });

  it('is the same one when its answer was lost, and another cannot take its name', async () => {
    const name = uniqueName();
    const file = await server.upload(alice.token, await picture(64, 64), 'a.png');
    const first = await create(alice.token, name, file.id);
    expect((await create(alice.token, name, file.id)).body).toEqual(first.body);
    expect((await add(bob, name, await picture(40, 40))).body.code).toBe('name_taken');
    expect((await add(alice, name, await picture(41, 41))).body.code).toBe('name_taken');
  });

  it('is made of a file of one’s own that is in no message', async () => {
    const file = await server.upload(bob.token, await picture(64, 64), 'b.png');
    expect((await create(alice.token, uniqueName(), file.id)).body.code).toBe('attachment_invalid');
    expect((await create(alice.token, uniqueName(), randomUUID())).body.code).toBe('attachment_invalid');
  });

  it.each(['Wave', 'a', 'a b', '../x', 'x'.repeat(33), 'é'])('is not called %j', async (name) => {
    const file = await server.upload(alice.token, await picture(32, 32), 'a.png');
    expect((await create(alice.token, name, file.id)).body.code).toBe('invalid_request');
  });
});

describe('a hostile file', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script>alert(1)</script></svg>';
  const png = () => picture(64, 64);
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['an SVG', () => Buffer.from(svg)],
    ['an SVG with an XML head', () => Buffer.from(`<?xml version="1.0"?>${svg}`)],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')],
    ['nothing', () => Buffer.alloc(0)],
    ['a cut picture', async () => (await png()).subarray(0, 90)],
    ['a bomb', () => hugePng(30_000)],
    ['a picture of a colour profile only', () => Buffer.from('GIF89a')],
  ])('is refused: %s', async (_what, bytes) => {
    const [before, name] = [await rows(), uniqueName()];
    const file = await server.upload(alice.token, await bytes(), 'wave.png').catch(() => null);
    if (file === null) return;
    const answer = await create(alice.token, name, file.id);
    expect(answer).toMatchObject({ status: 422, body: { code: 'image_invalid' } });
    expect(await rows()).toBe(before);
  });

  it('is refused when it is large, whatever is in it', async () => {
    const large = Buffer.concat([await png(), Buffer.alloc(LIMITS.customEmojiBytes)]);
    expect((await add(alice, uniqueName(), large)).body.code).toBe('payload_too_large');
  });
});

describe('who may', () => {
  it('is everybody, or admins only when the organisation says so; never guests', async () => {
    const guest = await server.invite(owner, 'gus@guest.test');
    await server.call('updateUser', { token: owner, params: { id: guest.id }, body: { role: 'guest' } });
    expect((await add(guest, uniqueName(), await picture(33, 33))).body.code).toBe('forbidden');
    await server.call('updateOrganisation', { token: owner, body: { customEmojiBy: 'admins' } });
    expect((await add(alice, uniqueName(), await picture(34, 34))).body.code).toBe('forbidden');
    expect((await add({ token: owner }, uniqueName(), await picture(35, 35))).status).toBe(201);
    await server.call('updateOrganisation', { token: owner, body: { customEmojiBy: 'everyone' } });
  });

  it('removes: who added it, and admins; its bytes go too', { timeout: 30_000 }, async () => {
    const remove = (token: string, id: string) => server.call('deleteEmoji', { token, params: { id } });
    const mine = (await add(alice, uniqueName(), await picture(50, 20))).body;
    const [{ blobId } = { blobId: '' }] = await server.database.query<{ blobId: string }[]>('SELECT blob_id AS "blobId" FROM custom_emoji WHERE id = $1', [mine.id]);
    expect((await remove(bob.token, mine.id)).body.code).toBe('forbidden');
    expect((await remove(alice.token, mine.id)).status).toBe(204);
    expect((await remove(alice.token, mine.id)).status).toBe(404);
    expect((await server.call('getEmojiImage', { token: alice.token, params: { id: mine.id } })).status).toBe(404);
    await vi.waitFor(async () => {
      expect(await server.database.query('SELECT 1 FROM blob WHERE id = $1', [blobId])).toEqual([]);
    }, { timeout: 20_000 });
    const other = (await add(alice, uniqueName(), await picture(51, 20))).body;
    expect((await remove(owner, other.id)).status).toBe(204);
  });
});
