import { type Api, createApi } from '@parvis/client-sdk';
import { DOCUMENT_SCHEMA_VERSION } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { type Pinned, startPinned } from '../fan-out/pinned-process.ts';

/** Ours as it is shipped; the bench makes more documents a second than people do. */
export const startParvis = (databaseUrl: string, env: Record<string, string> = {}): Promise<Pinned> =>
  startPinned('apps/server/dist/main.mjs', { DATABASE_URL: databaseUrl, PARVIS_WRITES_PER_SECOND: '0', ...env });

export const startHocuspocus = (databaseUrl: string, env: Record<string, string> = {}): Promise<Pinned> =>
  startPinned('e2e/bench/src/docs/hocuspocus-server.ts', { DATABASE_URL: databaseUrl, ...env });

export const apiOf = (url: string, token: string): Api => createApi({ baseUrl: url, token });

export async function createDocument(api: Api, channelId: string, updates: readonly Uint8Array[] = []): Promise<string> {
  const { document } = await api.call('createDocument', { body: { channelId, title: 'Bench' } });
  for (const update of updates) {
    const body = new Blob([Buffer.from(update)], { type: 'application/octet-stream' });
    await api.call('pushDocumentUpdate', { params: { id: document.id }, query: { updateId: randomUUID(), schemaVersion: DOCUMENT_SCHEMA_VERSION }, body });
  }
  return document.id;
}
