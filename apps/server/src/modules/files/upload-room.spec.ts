import { statfs, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FileServer, startFileServer } from '../../fixtures/files.ts';

/** More than any disk has. */
const HUGE = 2 ** 52;
let server: FileServer;
let ann: string;
let bob: string;
beforeAll(async () => {
  server = await startFileServer({ PARVIS_UPLOAD_MAX_BYTES: String(HUGE) });
  ann = await server.setUp();
  bob = (await server.invite(ann, 'bob@acme.test')).token;
});
afterAll(() => server?.stop());
afterEach(() => server.database.query('DELETE FROM upload'));

const create = (token: string, length: number) => server.call('createUpload', { token, headers: { 'upload-length': String(length) } });
async function begin(token: string, length: number): Promise<string> {
  const { headers, status } = await create(token, length);
  expect(status).toBe(201);
  return String(headers['location']).split('/').at(-1) ?? '';
}
const append = async (token: string, id: string) => {
  const { status, body } = await server.call('appendUpload', {
    token, params: { id }, body: Buffer.from('hello'), headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
  });
  return [status, body?.code];
};
/** The upload announces more than there is room for, as if others had filled the disk meanwhile. */
const grow = (id: string) => server.database.query('UPDATE upload SET size = $2 WHERE id = $1', [id, HUGE]);

describe('an upload that the disk has no room for: the database stands on it too', () => {
  it('does not begin', async () => {
    expect(await create(ann, HUGE)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await server.database.query('SELECT 1 FROM upload')).toEqual([]);
  });

  it('gets no first byte when the room is gone meanwhile', async () => {
    const id = await begin(ann, 5);
    await grow(id);
    expect(await append(ann, id)).toEqual([503, 'unavailable']);
    expect((await server.call('getUpload', { token: ann, params: { id } })).body).toEqual({ offset: 0, size: HUGE });
  });

  it('does not begin beside one that will need the room, whoever began that one', async () => {
    const { bavail, bsize } = await statfs(server.dataDirectory);
    const most = Math.floor(bavail * bsize * 0.6);
    const id = await begin(ann, most);
    expect(await create(bob, most)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    await server.call('deleteUpload', { token: ann, params: { id } });
    await begin(bob, most);
  });

  it('leaves it to those that began before, and to all once nothing more comes', async () => {
    const before = await begin(bob, 100);
    const large = await begin(ann, 100);
    const after = await begin(bob, 100);
    await grow(large);
    expect(await append(bob, before)).toEqual([204, undefined]);
    expect(await append(bob, after)).toEqual([503, 'unavailable']);
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(path.join(server.dataDirectory, 'uploads', large), longAgo, longAgo);
    expect(await append(bob, after)).toEqual([204, undefined]);
  });
});
