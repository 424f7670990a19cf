import { API_PREFIX } from '@parvis/contracts';
import { startTestServer, type TestServer } from '@parvis/testing';
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  ({ token } = await server.setUp());
});
afterAll(() => server.stop());

const ask = (path: string, options: RequestInit = {}) =>
  fetch(`${server.url}${API_PREFIX}${path}`, { ...options, headers: { authorization: `Bearer ${token}`, ...(options.headers as Record<string, string> | undefined) } });
async function begin(size: number): Promise<string> {
  const answer = await ask('/uploads', { method: 'POST', headers: { 'upload-length': String(size) } });
  return (answer.headers.get('location') ?? '').slice(API_PREFIX.length);
}
const append = (path: string, offset: number, body: Buffer<ArrayBuffer>) =>
  ask(path, { method: 'PATCH', body, headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) } });
const offsetOf = async (path: string): Promise<number> => Number((await ask(path, { method: 'HEAD' })).headers.get('upload-offset'));

it('goes on after the server was killed while bytes came', async () => {
  const bytes = randomBytes(6_000_000);
  const path = await begin(bytes.length);
  const request = http.request(`${server.url}${API_PREFIX}${path}`, {
    method: 'PATCH', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/offset+octet-stream', 'upload-offset': 0, 'content-length': bytes.length },
  }).on('error', () => undefined);
  await new Promise<void>((resolve) => { request.write(bytes.subarray(0, 4_000_000), () => { resolve(); }); });
  await server.kill9();
  await server.start();
  const offset = await offsetOf(path);
  expect(offset).toBeLessThanOrEqual(4_000_000);
  expect((await append(path, offset, bytes.subarray(offset))).status).toBe(204);
  const file = (await (await ask(`${path}/file`)).json()) as { id: string };
  const content = Buffer.from(await (await ask(`/files/${file.id}/content`)).arrayBuffer());
  expect(content.equals(bytes)).toBe(true);
});

it('holds no file in memory, neither coming nor going', async () => {
  const piece = randomBytes(32 * 1024 * 1024);
  const pieces = 10;
  const path = await begin(piece.length * pieces);
  const memory = async (): Promise<number> => Number(/^process_resident_memory_bytes (\S+)/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);
  const before = await memory();
  let most = 0;
  for (let index = 0; index < pieces; index += 1) {
    expect((await append(path, index * piece.length, piece)).status).toBe(204);
    most = Math.max(most, await memory());
  }
  const file = (await (await ask(`${path}/file`)).json()) as { id: string };
  const answer = await ask(`/files/${file.id}/content`);
  let received = 0;
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) received += chunk.byteLength;
  most = Math.max(most, await memory());
  expect(received).toBe(piece.length * pieces);
  expect(most - before).toBeLessThan(150 * 1024 * 1024);
});
