// Begins a document, writes two blocks in it and reads them back. Needs `yjs` 13; run it with
// PARVIS_URL, PARVIS_EMAIL and PARVIS_PASSWORD in the environment. See docs/api.md.
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';

const { PARVIS_URL: base = 'http://localhost:3000', PARVIS_EMAIL: email, PARVIS_PASSWORD: password } = process.env;
let token;

async function call(method, path, body) {
  const raw = body instanceof Uint8Array;
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      'x-parvis-protocol': '1',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
    },
    body: raw || body === undefined ? body : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${(await response.json()).code}`);
  if (response.status === 204) return null;
  return response.headers.get('content-type')?.includes('json') ? response.json() : new Uint8Array(await response.arrayBuffer());
}

/** All that the server has after a seq goes into the Yjs document; answers the seq that it is at then. */
async function read(doc, documentId, since = 0) {
  const bytes = await call('GET', `/documents/${documentId}/state?since=${since}`);
  const view = new DataView(bytes.buffer);
  for (let at = 8; at < bytes.length; at += 4 + view.getUint32(at)) Y.applyUpdate(doc, bytes.subarray(at + 4, at + 4 + view.getUint32(at)));
  return Number(view.getBigUint64(0));
}

/** The empty block that every text document begins with: the same bytes, whoever writes first. */
const SEED = 'AQUBAAcBCGRvY3VtZW50AwpibG9ja0dyb3VwBwABAAMOYmxvY2tDb250YWluZXIHAAEBAwlwYXJhZ3JhcGgHAAECBigAAQECaWQBdw5pbml0aWFsQmxvY2tJZAA=';

function block(kind, words, attributes = {}) {
  const content = new Y.XmlElement(kind);
  for (const [name, value] of Object.entries(attributes)) content.setAttribute(name, value);
  content.insert(0, [new Y.XmlText(words)]);
  const container = new Y.XmlElement('blockContainer');
  container.setAttribute('id', randomUUID());
  container.insert(0, [content]);
  return container;
}

({ token } = await call('POST', '/sessions', { email, password, transport: 'token' }));
const { document } = await call('POST', '/documents', { clientId: randomUUID(), title: 'From a script' });

const doc = new Y.Doc();
await read(doc, document.id);
const before = Y.encodeStateVector(doc);
const root = doc.getXmlFragment('document');
if (root.length === 0) Y.applyUpdate(doc, Buffer.from(SEED, 'base64'));
root.get(0).push([block('heading', 'A heading', { level: 2 }), block('paragraph', 'A paragraph')]);
// Kept with the update until it is answered: sent again, it is kept once.
const updateId = randomUUID();
const { seq } = await call('POST', `/documents/${document.id}/updates?updateId=${updateId}&schemaVersion=1`, Y.encodeStateAsUpdate(doc, before));

const copy = new Y.Doc();
console.log(JSON.stringify({ documentId: document.id, seq, head: await read(copy, document.id), holds: copy.getXmlFragment('document').toString() }));
await call('DELETE', '/sessions/current');
