import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('healthcheck.mjs', import.meta.url));
let server;

afterEach(() => server?.close());

async function listen(status, path = '/api/health/ready') {
  server = createServer((request, response) => {
    response.statusCode = request.url === path ? status : 404;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
}

async function check(port, ...args) {
  const child = execFile(process.execPath, [script, ...args], { env: { PARVIS_PORT: String(port), PARVIS_SFU_PORT: String(port) } });
  const [code] = await once(child, 'exit');
  return code;
}

test.each([
  [200, 0],
  [503, 1],
])('a server that answers %i gives exit code %i', async (status, code) => {
  expect(await check(await listen(status))).toBe(code);
});

test('a media host is asked at its own address', async () => {
  const port = await listen(200, '/health');
  expect(await check(port, 'sfu')).toBe(0);
  expect(await check(port)).toBe(1);
});

test('no server gives exit code 1', async () => {
  const port = await listen(200);
  server.close();
  await once(server, 'close');
  expect(await check(port)).toBe(1);
});
