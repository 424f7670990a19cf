import { type Api, createApi } from '@parvis/client-sdk';
import { DOCUMENT_SCHEMA_VERSION } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Pinned, startPinned } from '../fan-out/pinned-process.ts';

/** Ours as it is shipped; the bench makes more documents a second than people do. */
export const startParvis = (databaseUrl: string, env: Record<string, string> = {}): Promise<Pinned> =>
  startPinned('apps/server/dist/main.mjs', { DATABASE_URL: databaseUrl, PARVIS_WRITES_PER_SECOND: '0', ...env });

export const startHocuspocus = (databaseUrl: string, env: Record<string, string> = {}): Promise<Pinned> =>
  startPinned('e2e/bench/src/docs/hocuspocus-server.ts', { DATABASE_URL: databaseUrl, ...env });

/** Puts documents where hocuspocus finds them, as it stores them itself. */
export const seedHocuspocus = (databaseUrl: string, documents: readonly { name: string; bytes: Uint8Array }[]): Promise<void> =>
  withDatabase(databaseUrl, async (database) => {
    for (const { name, bytes } of documents) await database.query('INSERT INTO floor_document (name, bytes) VALUES ($1, $2)', [name, Buffer.from(bytes)]);
  });

async function withDatabase<T>(databaseUrl: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

export const apiOf = (url: string, token: string): Api => createApi({ baseUrl: url, token });

export async function createDocument(api: Api, channelId: string, updates: readonly Uint8Array[] = []): Promise<string> {
  const { document } = await api.call('createDocument', { body: { channelId, title: 'Bench' } });
  for (const update of updates) {
    const body = new Blob([Buffer.from(update)], { type: 'application/octet-stream' });
    await api.call('pushDocumentUpdate', { params: { id: document.id }, query: { updateId: randomUUID(), schemaVersion: DOCUMENT_SCHEMA_VERSION }, body });
  }
  return document.id;
}

/** What the server holds of a document, update by update. */
export async function stateOf(api: Api, documentId: string): Promise<Uint8Array[]> {
  const answer = (await api.call('getDocumentState', { params: { id: documentId }, query: { since: 0 } })) as unknown as Blob;
  const body = Buffer.from(await answer.arrayBuffer());
  const updates: Uint8Array[] = [];
  for (let at = 8; at < body.length; at += 4 + body.readUInt32BE(at)) updates.push(body.subarray(at + 4, at + 4 + body.readUInt32BE(at)));
  return updates;
}

/** Milliseconds between two looks at what the server does in its own time, and until it took too long. */
const [LOOK, PATIENCE] = [200, 120_000];
/** Updates that a document may have that aren't put together with what was before. */
const BEHIND = 300;

/** Resolves once the server has read all of these and put their updates together. */
export const settled = (databaseUrl: string, documentIds: readonly string[]): Promise<void> =>
  withDatabase(databaseUrl, async (database) => {
    for (const deadline = performance.now() + PATIENCE; performance.now() < deadline; await new Promise((resolve) => setTimeout(resolve, LOOK))) {
      const { rows } = await database.query(
        'SELECT 1 FROM document_log l JOIN document_text t USING (document_id) WHERE l.document_id = ANY($1::uuid[]) AND t.seq = l.head AND l.head - l.snapshot_seq < $2', [documentIds, BEHIND],
      );
      if (rows.length === documentIds.length) return;
    }
    throw new Error('the server did not put all documents together');
  });
