import { API_PREFIX } from '@parvis/contracts';
import { hasRedis, startRedis, startTestServer, type TestRedis, type TestServer } from '@parvis/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe.skipIf(!hasRedis)('an upload through two processes', () => {
  let redis: TestRedis;
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    redis = await startRedis();
    server = await startTestServer({ processes: 2, env: { REDIS_URL: redis.url } });
    ({ token } = await server.setUp());
  });
  afterAll(async () => {
    await server?.stop();
    await redis?.stop();
  });

  const ask = (process: number, path: string, options: RequestInit = {}) =>
    fetch(`${server.urls[process]}${API_PREFIX}${path}`, { ...options, headers: { authorization: `Bearer ${token}`, ...(options.headers as Record<string, string> | undefined) } });
  const append = (process: number, path: string, offset: number, body: Buffer<ArrayBuffer>) =>
    ask(process, path, { method: 'PATCH', body, headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) } });

  it('is whole whichever process gets which piece, and one file whoever finishes it', async () => {
    const bytes = randomBytes(900_000);
    const created = await ask(0, '/uploads', { method: 'POST', headers: { 'upload-length': String(bytes.length) } });
    const path = (created.headers.get('location') ?? '').slice(API_PREFIX.length);
    for (const [index, process] of [0, 1, 1, 0].entries()) {
      expect((await append(process, path, index * 200_000, bytes.subarray(index * 200_000, (index + 1) * 200_000))).status).toBe(204);
    }
    // The last piece twice at once: a client that believes its connection broken, and a proxy that chooses another process.
    const last = bytes.subarray(800_000);
    const answers = await Promise.all([append(0, path, 800_000, last), append(1, path, 800_000, last)]);
    expect(answers.map(({ status }) => status)).toContain(204);
    const files = await Promise.all([0, 1].map(async (process) => (await (await ask(process, `${path}/file`)).json()) as { id: string }));
    expect(files[0]).toEqual(files[1]);
    const content = Buffer.from(await (await ask(1, `/files/${files[0]?.id ?? ''}/content`)).arrayBuffer());
    expect(content.equals(bytes)).toBe(true);
  });
});
