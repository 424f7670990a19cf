import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { lookup } from 'node:dns';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Config } from '../config/config.ts';
import { Outgoing, type OutgoingOptions } from './outgoing.ts';

/** What each path of a real server does. */
const PATHS: Record<string, (response: http.ServerResponse, request: http.IncomingMessage) => void> = {
  '/page': (response) => response.writeHead(200, { 'content-type': 'Text/HTML; charset="UTF-8"' }).end('<title>Hello</title>'),
  '/headers': (response, request) => response.end(JSON.stringify(request.headers)),
  '/missing': (response) => response.writeHead(404).end('nothing'),
  '/gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello')),
  '/br': (response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('hello')),
  '/deflate': (response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('hello')),
  '/twice': (response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('hello'))),
  '/broken-gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('hello'),
  '/bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024))),
  '/endless': (response) => {
    const write = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'x')));
    };
    response.on('drain', write);
    write();
  },
  '/drip': (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('.'), 50);
    response.on('close', () => { clearInterval(timer); });
  },
  '/silence': () => undefined,
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': 100 }).write('short');
    setImmediate(() => response.destroy());
  },
  '/to-page': (response) => response.writeHead(302, { location: '/page' }).end(),
  '/to-metadata': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/to-private-name': (response) => response.writeHead(301, { location: 'http://inside.example/' }).end(),
  '/to-file': (response) => response.writeHead(307, { location: 'file:///etc/passwd' }).end(),
  '/to-other-port': (response) => response.writeHead(307, { location: 'http://127.0.0.1:22/' }).end(),
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
};

let server: http.Server;
let base: string;
let port: number;
const reached: string[] = [];
beforeAll(async () => {
  server = http.createServer((request, response) => {
    reached.push(request.url ?? '');
    response.on('error', () => undefined);
    PATHS[request.url ?? '']?.(response, request);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  base = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const NAMES: Record<string, string[]> = {
  'inside.example': ['10.0.0.1'], 'mixed.example': ['93.184.216.34', '127.0.0.1'], 'metadata.example': ['169.254.169.254'], 'mapped.example': ['::ffff:127.0.0.1'],
  'translated.example': ['64:ff9b::7f00:1'], 'six.example': ['::1'], 'none.example': [],
};
const resolver = ((host: string, _options: object, done: (error: Error | null, addresses: { address: string; family: number }[]) => void) => {
  const addresses = host.startsWith('allowed') ? ['127.0.0.1'] : NAMES[host];
  if (addresses) done(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  else done(new Error('ENOTFOUND'), []);
}) as unknown as typeof lookup;

const outgoing = (allow: string) => Outgoing.resolvedBy(resolver, new Config({ PARVIS_OUTGOING_ALLOW: allow }, []));
const get = (path: string, options?: OutgoingOptions) => outgoing(`127.0.0.1:${port}`).get(base + path, options);
const reason = (answer: Promise<unknown>): Promise<string | undefined> => answer.then(() => undefined, (error: { reason?: string }) => error.reason);

describe('what may be fetched', () => {
  it('comes with its type and its address', async () => {
    expect(await get('/page')).toMatchObject({ status: 200, mediaType: 'text/html', charset: 'utf-8', complete: true, bytes: Buffer.from('<title>Hello</title>') });
    expect(await get('/to-page')).toMatchObject({ url: new URL(`${base}/page`) });
    expect(await get('/missing')).toMatchObject({ status: 404, charset: null });
  });

  it.each(['/gzip', '/br', '/deflate'])('is decoded: %s', async (path) => {
    expect((await get(path)).bytes.toString()).toBe('hello');
  });

  it('is told nothing about who asks', async () => {
    const sent = JSON.parse((await get('/headers')).bytes.toString()) as Record<string, string>;
    expect(Object.keys(sent).sort()).toEqual(['accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('is what a name leads to inside, when an admin allows that name', async () => {
    const { bytes } = await outgoing(`allowed.example:${port}`).get(`http://allowed.example:${port}/page`);
    expect(bytes.toString()).toContain('Hello');
  });

  it('is cut rather than refused, when that is asked for', async () => {
    const { bytes, complete } = await get('/endless', { maxBytes: 10_000, cut: true });
    expect([bytes.length, complete]).toEqual([10_000, false]);
    expect((await get('/bomb', { maxBytes: 10_000, cut: true })).bytes).toHaveLength(10_000);
  });
});

describe('what is refused', () => {
  it.each([
    'http://127.0.0.1/', 'http://2130706433/', 'http://[::1]/', 'http://[::ffff:7f00:1]/', 'http://169.254.169.254/latest/meta-data/', 'http://inside.example/',
    'http://mixed.example/', 'https://metadata.example/', 'http://mapped.example/', 'http://translated.example/', 'http://six.example/', 'http://none.example/',
    'http://unheard-of.example:8080/',
  ])('%s, before anything is sent', async (url) => {
    expect(await reason(outgoing('').get(url))).toBe('address');
  });

  it.each([['/to-metadata', 'address'], ['/to-private-name', 'address'], ['/to-other-port', 'address'], ['/to-file', 'scheme'], ['/round', 'redirects']])('where %s leads', async (path, why) => {
    expect(await reason(get(path))).toBe(why);
  });

  it.each(['ftp://example.org/', 'javascript:alert(1)', 'http://me:secret@example.org/', 'no address', ''])('%j', async (url) => {
    expect(await reason(outgoing('').get(url))).toBe('scheme');
  });

  // What isn't about time gets plenty of it, as a busy machine takes some. Unbounded, '/endless', '/drip' and '/silence' would
  // never end: the limit only catches that.
  it.each([
    ['/endless', 'too_large', 20_000], ['/bomb', 'too_large', 20_000], ['/drip', 'timeout', 600], ['/silence', 'timeout', 600],
    ['/twice', 'encoding', 20_000], ['/broken-gzip', 'failed', 20_000], ['/cut', 'failed', 20_000],
  ])('%s, soon', { timeout: 60_000 }, async (path, why, timeoutMs) => {
    expect(await reason(get(path, { timeoutMs, maxBytes: 100_000 }))).toBe(why);
  });

  it('is not asked for again by connections that were left', async () => {
    await reason(get('/drip', { timeoutMs: 200 }));
    await vi.waitUntil(() => new Promise<boolean>((resolve) => { server.getConnections((_, count) => { resolve(count === 0); }); }), { timeout: 30_000 });
    expect(reached).not.toContain('/latest/meta-data/');
  });

  it('is said without the address, which people wrote', async () => {
    const error = await outgoing('').get('http://secret-project.example/').catch((refusal: unknown) => refusal);
    expect(String(error)).not.toContain('secret-project');
  });
});
