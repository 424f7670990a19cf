import type { Message } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FileServer, startFileServer } from '../../fixtures/files.ts';
import { LinkPreviewRepository } from './link-preview.repository.ts';

let web: http.Server;
let base: string;
let server: FileServer;
let owner: string;
let ann: { token: string; id: string };
let bob: { token: string; id: string };
let stranger: { token: string; id: string };
let channelId: string;
/** Paths that were asked for. */
let asked: string[] = [];
let picture: Buffer;
let tiff: Buffer;

const page = (title: string, more = '') => `<!doctype html><head><meta property="og:title" content="${title}"><meta property="og:site_name" content="Site">${more}</head><body>`;
const html = { 'content-type': 'text/html; charset=utf-8' };
const PATHS: Record<string, (response: http.ServerResponse) => void> = {
  '/plain': (response) => response.writeHead(200, html).end(page('Plain', '<meta name="description" content="Some words">')),
  '/other': (response) => response.writeHead(200, html).end(page('Other')),
  '/pictured': (response) => response.writeHead(200, html).end(page('Pictured', '<meta property="og:image" content="/picture.png">')),
  '/picture.png': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(picture),
  '/nothing': (response) => response.writeHead(200, html).end('<p>no title</p>'),
  '/missing': (response) => response.writeHead(404, html).end(page('Not found')),
  '/json': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  '/to-metadata': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/to-inside': (response) => response.writeHead(302, { location: `http://localhost:${new URL(base).port}/plain` }).end(),
  '/huge': (response) => {
    response.writeHead(200, html).write(page('Huge'));
    const write = (): void => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', write).on('error', () => undefined);
    write();
  },
  '/bomb': (response) => response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(page('Bomb') + ' '.repeat(50 * 1024 * 1024))),
  '/nested': (response) => response.writeHead(200, html).end(`<title>Nested</title>${'<div>'.repeat(90_000)}`),
  '/inside-picture': (response) => response.writeHead(200, html).end(page('Inside', '<meta property="og:image" content="http://169.254.169.254/x.png">')),
  '/false-picture': (response) => response.writeHead(200, html).end(page('False', '<meta property="og:image" content="/plain">')),
  '/svg-picture': (response) => response.writeHead(200, html).end(page('Vector', '<meta property="og:image" content="/vector.svg">')),
  '/odd-picture': (response) => response.writeHead(200, html).end(page('Odd', '<meta property="og:image" content="/picture.tiff">')),
  '/picture.tiff': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(tiff),
  '/vector.svg': (response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script>1</script></svg>'),
};

beforeAll(async () => {
  picture = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#3366aa' } }).withExif({ IFD0: { Copyright: 'secret' } }).png().toBuffer();
  tiff = await sharp(picture).tiff().toBuffer();
  web = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.on('error', () => undefined);
    PATHS[request.url ?? '']?.(response);
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const { port } = web.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  server = await startFileServer({ PARVIS_OUTGOING_ALLOW: `127.0.0.1:${port}` });
  owner = await server.setUp();
  [ann, bob, stranger] = await Promise.all(['ann', 'bob', 'sam'].map((name) => server.invite(owner, `${name}@acme.test`))) as [typeof ann, typeof ann, typeof ann];
  const teamId = (await server.call('createTeam', { token: owner, body: { name: 'Studio' } })).body.team.id;
  for (const { id } of [ann, bob]) await server.call('addTeamMember', { token: owner, params: { id: teamId }, body: { userId: id } });
  channelId = (await server.call('createChannel', { token: owner, body: { teamId, kind: 'private', name: 'links', memberIds: [ann.id, bob.id] } })).body.channel.id;
});
afterAll(async () => {
  await server.stop();
  web.closeAllConnections();
  web.close();
});

const turn = (on: boolean) => server.call('updateOrganisation', { token: owner, body: { linkPreviews: on } });
beforeEach(async () => {
  await turn(true);
  await server.database.query('DELETE FROM link_preview');
  asked = [];
});

const send = async (text: string): Promise<Message> => (await server.call('sendMessage', { token: ann.token, params: { channelId }, body: { clientId: randomUUID(), text } })).body;
const place = ({ id }: Pick<Message, 'id'>) => ({ channelId, messageId: id });
const edit = async (message: Message, text: string): Promise<Message> => (await server.call('editMessage', { token: ann.token, params: place(message), body: { text } })).body;
const read = async (message: Message) => (await server.call('getMessage', { token: bob.token, params: place(message) })).body as Message;
const idle = () => vi.waitUntil(async () => (await server.database.query<unknown[]>(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'link-previews.fetch'`)).length === 0, { timeout: 25_000, interval: 50 });
const settled = async (message: Message): Promise<Message> => {
  await idle();
  return read(message);
};
const remove = (token: string, message: Message, previewId: string) => server.call('removeLinkPreview', { token, params: { ...place(message), previewId } });
const image = (token: string, message: Message, previewId: string) => server.call('getLinkPreviewImage', { token, params: { ...place(message), previewId } });
const titles = (message: Message) => message.previews?.map(({ title }) => title);

describe('a message with links', () => {
  it('shows what their pages say, in order, once they have answered', async () => {
    const message = await send(`${base}/plain and [that](${base}/other)`);
    expect(message.previews).toBeUndefined();
    const shown = await settled(message);
    expect(shown.previews).toMatchObject([{ url: `${base}/plain`, title: 'Plain', description: 'Some words', siteName: 'Site', image: false }, { title: 'Other' }]);
    expect(shown).toMatchObject({ version: shown.version, editedAt: null });
    const [last] = await server.database.query<{ type: string; payload: unknown; author: string | null }[]>('SELECT type, payload, author FROM stream_event WHERE stream = $1 ORDER BY seq DESC LIMIT 1', [`channel:${channelId}`]);
    expect(last).toEqual({ type: 'message.updated', payload: { message: shown }, author: null });
  });

  it('asks nobody while it is switched off', async () => {
    await turn(false);
    const message = await send(`${base}/plain`);
    expect(await server.database.query(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'link-previews.fetch'`)).toEqual([]);
    expect((await read(message)).previews).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('asks a page once a day, and one that says nothing once an hour', async () => {
    await settled(await send(`${base}/plain ${base}/nothing`));
    await settled(await send(`${base}/plain ${base}/nothing`));
    expect(asked.toSorted()).toEqual(['/nothing', '/plain']);
    await server.database.query(`UPDATE link_preview SET fetched_at = now() - interval '2 hours'`);
    await settled(await send(`${base}/plain ${base}/nothing`));
    expect(asked.filter((path) => path === '/nothing')).toHaveLength(2);
    expect(asked.filter((path) => path === '/plain')).toHaveLength(1);
  });

  it('drops the preview with the link, and gets that of a new one', async () => {
    const message = await settled(await send(`${base}/plain`));
    const edited = await edit(message, `now ${base}/other`);
    expect(edited.previews).toBeUndefined();
    expect(titles(await settled(message))).toEqual(['Other']);
  });

  it('leaves nothing when it is deleted', async () => {
    const message = await settled(await send(`${base}/pictured`));
    await server.call('deleteMessage', { token: ann.token, params: place(message) });
    expect(await server.database.query('SELECT 1 FROM message_link_preview WHERE message_id = $1', [message.id])).toEqual([]);
    expect((await image(ann.token, message, message.previews![0]!.id)).status).toBe(404);
  });
});

describe('its author', () => {
  it('removes a preview for good, whatever the message becomes', async () => {
    const message = await settled(await send(`${base}/plain ${base}/other`));
    const [first] = message.previews!;
    expect((await remove(bob.token, message, first!.id)).status).toBe(403);
    expect((await remove(stranger.token, message, first!.id)).status).toBe(404);
    expect((await remove(ann.token, message, randomUUID())).status).toBe(404);
    const removed = await remove(ann.token, message, first!.id);
    expect(titles(removed.body)).toEqual(['Other']);
    expect((await remove(ann.token, message, first!.id)).body).toEqual(removed.body);
    await edit(message, `${base}/other`);
    await settled(message);
    await edit(message, `again ${base}/plain ${base}/other`);
    expect(titles(await settled(message))).toEqual(['Other']);
  });
});

describe('the picture of a page', () => {
  it('is made anew, small, without what it carried, and for members only', async () => {
    const message = await settled(await send(`${base}/pictured`));
    const [preview] = message.previews!;
    expect(preview).toMatchObject({ title: 'Pictured', image: true });
    const answer = await image(bob.token, message, preview!.id);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' });
    const { width, format, exif } = await sharp(answer.raw).metadata();
    expect({ format, small: width <= 800, exif }).toEqual({ format: 'webp', small: true, exif: undefined });
    expect((await image(stranger.token, message, preview!.id)).status).toBe(404);
    const other = await send('no links');
    expect((await image(bob.token, other, preview!.id)).status).toBe(404);
  });

  it.each(['/inside-picture', '/false-picture', '/svg-picture', '/odd-picture'])('is left out when it is none that one may show: %s', async (path) => {
    const message = await settled(await send(base + path));
    expect(message.previews).toMatchObject([{ image: false }]);
  });
});

describe('a page', () => {
  it.each(['/missing', '/json', '/nothing', '/to-metadata', '/to-inside'])('that says nothing, or leads where nobody should go, shows nothing: %s', async (path) => {
    expect((await settled(await send(base + path))).previews).toBeUndefined();
    expect(asked).toEqual([path]);
  });

  it('on a private address is not asked', async () => {
    expect((await settled(await send('http://169.254.169.254/ http://localhost/ http://10.0.0.1/'))).previews).toBeUndefined();
  });

  it.each(['/huge', '/bomb', '/nested'])('that is too much does no harm: %s', async (path) => {
    const started = Date.now();
    const message = await settled(await send(base + path));
    expect(titles(message)).toHaveLength(1);
    expect(Date.now() - started).toBeLessThan(15_000);
  }, 30_000);

  it('is forgotten with its picture once no message shows it', async () => {
    const message = await settled(await send(`${base}/pictured ${base}/plain`));
    await edit(message, `${base}/plain`);
    await server.database.query(`UPDATE link_preview SET fetched_at = now() - interval '25 hours'`);
    await server.app.get(LinkPreviewRepository).sweep();
    expect(await server.database.query('SELECT title FROM link_preview')).toEqual([{ title: 'Plain' }]);
    await vi.waitUntil(async () => (await server.database.query<unknown[]>('SELECT 1 FROM blob')).length === 0, { timeout: 10_000, interval: 50 });
  }, 20_000);
});
