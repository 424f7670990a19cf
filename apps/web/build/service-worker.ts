/// <reference lib="webworker" />
// The build writes `const BUILD = …` above this code; it is a classic script, so it imports nothing.
declare const BUILD: { version: string; files: string[] };

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const PREFIX = 'parvis-';
const CACHE = `${PREFIX}${BUILD.version}`;
const SHELL = '/';
/** Pages that were opened before an update still ask for files of the build before. */
const KEPT_CACHES = 2;

worker.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // Hashed files come from the HTTP cache; the page and the unhashed script never do.
    await cache.addAll([new Request(SHELL, { cache: 'reload', headers: { accept: 'text/html' } }), new Request('/theme-init.js', { cache: 'reload' }), ...BUILD.files]);
  })());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    // Keys are in order of creation.
    await Promise.all(ours.slice(0, -KEPT_CACHES).filter((name) => name !== CACHE).map((name) => caches.delete(name)));
    await worker.clients.claim();
  })());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'activate') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/api/') || url.pathname.startsWith('/socket.io') || url.pathname === '/metrics') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (url.pathname === '/theme-init.js') event.respondWith(networkFirst(request, '/theme-init.js'));
});

/** The newest page whenever the server answers; the one of this build when it doesn't. */
async function page(request: Request): Promise<Response> {
  return networkFirst(request, SHELL);
}

async function networkFirst(request: Request, fallback: string): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.status < 500) return response;
    return (await stored(fallback)) ?? response;
  } catch (error) {
    const response = await stored(fallback);
    if (response) return response;
    throw error;
  }
}

const stored = async (path: string): Promise<Response | undefined> => (await caches.open(CACHE)).match(path, { ignoreVary: true });

/** Named after their content: what is cached is never stale. */
async function asset(request: Request): Promise<Response> {
  const cached = await caches.match(request, { ignoreVary: true });
  if (cached) return cached;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    const cache = await caches.open(CACHE);
    await cache.put(request, copy);
  }
  return response;
}
