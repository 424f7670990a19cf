import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FileServer, startFileServer } from '../../fixtures/files.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 120_000 });

/** More than any disk has. */
const HUGE = 2 ** 52;
let server: FileServer;
let token: string;
beforeAll(async () => {
  server = await startFileServer({ PARVIS_UPLOAD_MAX_BYTES: String(HUGE) });
  token = await server.setUp();
});
afterAll(() => server.stop());

it('takes no first byte of an upload that the disk has no room for: the database stands on it too', async () => {
  const { headers } = await server.call('createUpload', { token, headers: { 'upload-length': String(HUGE) } });
  const id = String(headers['location']).split('/').at(-1) ?? '';
  const { status, body } = await server.call('appendUpload', {
    token, params: { id }, body: Buffer.from('hello'), headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
  });
  expect([status, body.code]).toEqual([503, 'unavailable']);
  expect((await server.call('getUpload', { token, params: { id } })).body).toEqual({ offset: 0, size: HUGE });
});
