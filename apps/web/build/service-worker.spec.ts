import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { beforeEach, expect, test, vi } from 'vitest';

const source = stripTypeScriptTypes(readFileSync(path.join(import.meta.dirname, 'service-worker.ts'), 'utf8'), { mode: 'transform' });
const ORIGIN = 'https://parvis.example';

class FakeCache {
  readonly entries = new Map<string, Response>();
  match = async (key: string | Request) => this.entries.get(urlOf(key))?.clone();
  put = async (key: string | Request, response: Response) => void this.entries.set(urlOf(key), response);
  addAll = async (keys: (string | Request)[]) => { for (const key of keys) this.entries.set(urlOf(key), new Response(`installed ${urlOf(key)}`)); };
}
const urlOf = (key: string | { url: string }) => new URL(typeof key === 'string' ? key : key.url, ORIGIN).href;

type Listener = (event: Record<string, unknown>) => void;
let listeners: Map<string, Listener>;
let stores: Map<string, FakeCache>;
let network: ReturnType<typeof vi.fn<(request: { url: string }) => Promise<Response>>>;

beforeEach(() => {
  listeners = new Map();
  stores = new Map();
  network = vi.fn(async ({ url }: { url: string }) => new Response(`fresh ${url}`));
  const open = async (name: string) => stores.get(name) ?? stores.set(name, new FakeCache()).get(name);
  vm.runInNewContext(`const BUILD = { version: 'new', files: ['/assets/a-1.js'] };\n${source}`, {
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
    location: { origin: ORIGIN }, clients: { claim: async () => undefined }, skipWaiting: async () => undefined,
    caches: {
      open, keys: async () => [...stores.keys()], delete: async (name: string) => stores.delete(name),
      match: async (key: { url: string }) => { for (const store of stores.values()) { const hit = await store.match(key as Request); if (hit) return hit; } return undefined; },
    },
    fetch: network, URL, Response, Promise,
    Request: class { readonly url: string; constructor(url: string) { this.url = urlOf(url); } },
  });
});

const wait = async (type: string) => {
  let done: Promise<unknown> | undefined;
  listeners.get(type)?.({ waitUntil: (promise: Promise<unknown>) => { done = promise; } });
  await done;
};
const ask = async (url: string, mode = 'cors', method = 'GET'): Promise<string | null> => {
  let answer: Promise<Response> | undefined;
  listeners.get('fetch')?.({ request: { url: ORIGIN + url, mode, method }, respondWith: (promise: Promise<Response>) => { answer = promise; } });
  return answer ? (await answer).text() : null;
};

test('a page always comes from the server while it answers', async () => {
  await wait('install');
  expect(await ask('/c/1', 'navigate')).toBe(`fresh ${ORIGIN}/c/1`);
});

test('without the server, the page of this build opens', async () => {
  await wait('install');
  network.mockRejectedValue(new TypeError('offline'));
  expect(await ask('/c/1', 'navigate')).toBe(`installed ${ORIGIN}/`);
  network.mockResolvedValue(new Response('bad gateway', { status: 502 }));
  expect(await ask('/c/1', 'navigate')).toBe(`installed ${ORIGIN}/`);
});

test('the API and the socket are never answered here', async () => {
  await wait('install');
  expect(await ask('/api/v1/me')).toBeNull();
  expect(await ask('/socket.io/?EIO=4')).toBeNull();
  expect(await ask('/c/1', 'navigate', 'POST')).toBeNull();
});

test('a hashed file is fetched once', async () => {
  await wait('install');
  expect(await ask('/assets/a-1.js')).toBe(`installed ${ORIGIN}/assets/a-1.js`);
  expect(await ask('/assets/late-2.js')).toBe(`fresh ${ORIGIN}/assets/late-2.js`);
  network.mockRejectedValue(new TypeError('offline'));
  expect(await ask('/assets/late-2.js')).toBe(`fresh ${ORIGIN}/assets/late-2.js`);
});

test('files of the build before stay for pages that are still open, older ones go', async () => {
  for (const name of ['parvis-older', 'parvis-old', 'foreign']) stores.set(name, new FakeCache());
  await wait('install');
  await wait('activate');
  expect([...stores.keys()]).toEqual(['parvis-old', 'foreign', 'parvis-new']);
});
