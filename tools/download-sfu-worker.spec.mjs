import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { archiveUrl, downloadSfuWorker } from './download-sfu-worker.mjs';

let folder;
let file;
let server;
let asked;
let answer;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-download-'));
  file = path.join(folder, 'mediasoup-worker');
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version: '9.8.7', repository: { url: 'git+https://example.test/authors/worker.git' } }));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url);
    response.statusCode = answer ? 200 : 404;
    response.end(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  vi.stubEnv('MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL', `http://127.0.0.1:${server.address().port}/releases`);
});

afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('takes the worker out of the archive of this version and system', async () => {
  writeFileSync(path.join(folder, 'mediasoup-worker'), '#!/bin/sh\necho downloaded\n');
  answer = execFileSync('tar', ['-cz', '-C', folder, 'mediasoup-worker']);
  rmSync(file);
  expect(await downloadSfuWorker(folder, file)).toBe(true);
  expect(asked[0]).toMatch(new RegExp(`^/releases/9\\.8\\.7/mediasoup-worker-9\\.8\\.7-${os.platform()}-${os.arch()}[^/]*\\.tgz$`));
  expect(spawnSync(file, { encoding: 'utf8' }).stdout).toBe('downloaded\n');
});

test.each([
  ['there is none for this system', undefined],
  ['it is no archive', Buffer.from('<html>Sign in to the network</html>')],
])('leaves nothing behind when %s', async (_, body) => {
  answer = body;
  expect(await downloadSfuWorker(folder, file)).toBe(false);
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder)).toEqual(['package.json']);
});

test("asks the authors' own releases by default", () => {
  expect(archiveUrl(folder, {})).toMatch(/^https:\/\/example\.test\/authors\/worker\/releases\/download\/9\.8\.7\//);
});
