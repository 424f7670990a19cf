import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
let id: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  id = (await server.call('getMe', { token: owner })).body.id;
});
afterAll(() => server.stop());

const picture = (width: number, height: number, background = '#c33') => sharp({ create: { width, height, channels: 3, background } });
const upload = (bytes: Buffer, mediaType = 'image/png') =>
  server.call('setAvatar', { token: owner, body: bytes, headers: { 'content-type': mediaType } });
const read = (v?: string) => server.call('getAvatar', { token: owner, params: { id }, ...(v ? { query: { v } } : {}) });

describe('a picture', () => {
  it('becomes a square WebP without metadata, cached for ever under its version', async () => {
    const answer = await upload(await picture(900, 300).withExif({ IFD0: { Copyright: 'secret place' } }).png().toBuffer());
    expect(answer.status).toBe(200);
    const version = answer.body.avatarVersion as string;
    const avatar = await read(version);
    expect(avatar.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(await sharp(avatar.raw).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 });
    expect(avatar.raw.includes('secret place')).toBe(false);
    expect((await read('another')).headers['cache-control']).toBe('private, no-cache');
  });

  it('is stored under a new version when it changes, and goes away', async () => {
    const first = await upload(await picture(10, 10).jpeg().toBuffer(), 'image/jpeg');
    const second = await upload(await picture(10, 10, '#3c3').jpeg().toBuffer(), 'image/jpeg');
    expect(second.body.avatarVersion).not.toBe(first.body.avatarVersion);
    expect((await server.call('deleteAvatar', { token: owner })).body.avatarVersion).toBeNull();
    expect((await read()).status).toBe(404);
  });

  it('keeps only the first frame', async () => {
    const frames = await Promise.all(['#c33', '#3c3'].map((colour) => picture(8, 8, colour).png().toBuffer()));
    const animated = await sharp(frames, { join: { animated: true } }).gif({ delay: [100, 100] }).toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    expect((await upload(animated, 'image/gif')).status).toBe(200);
    expect((await sharp((await read()).raw).metadata()).pages ?? 1).toBe(1);
  });

  it('is refused when it is something else', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect((await upload(svg)).body.code).toBe('image_invalid');
    expect((await upload(svg, 'image/svg+xml')).status).toBe(415);
    const png = await picture(64, 64).png().toBuffer();
    expect((await upload(png.subarray(0, png.length - 20))).body.code).toBe('image_invalid');
    expect((await upload(Buffer.from('\x89PNG\r\n\x1a\nnonsense', 'latin1'))).body.code).toBe('image_invalid');
  });

  it('is refused when it would unpack to more than we hold', async () => {
    const bomb = await picture(8_000, 8_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await upload(bomb)).body.code).toBe('image_invalid');
    expect((await upload(Buffer.alloc(5 * 1024 * 1024 + 1))).status).toBe(413);
  });
});
