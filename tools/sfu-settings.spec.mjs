import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPortFree } from './free-port.mjs';
import { runsMediaHost, sfuSettings } from './sfu-settings.mjs';

let data;

beforeEach(() => {
  data = path.join(mkdtempSync(path.join(os.tmpdir(), 'parvis-sfu-settings-')), 'data');
});
afterEach(() => rmSync(path.dirname(data), { recursive: true, force: true }));

test('the media host is ours unless another is named or meetings are off', () => {
  expect(runsMediaHost({})).toBe(true);
  expect(runsMediaHost({ PARVIS_SFU_URLS: 'http://media-1:3010' })).toBe(false);
  expect(runsMediaHost({ PARVIS_SFU: 'off' })).toBe(false);
});

test('server and host share a secret that is kept, for its owner only', async () => {
  const first = await sfuSettings({ PARVIS_DATA_DIR: data });
  const file = path.join(data, 'sfu-secret');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').length).toBeGreaterThanOrEqual(32);
  expect(first.server.PARVIS_SFU_SECRET).toBe(readFileSync(file, 'utf8'));
  expect(first.host.PARVIS_SFU_SECRET).toBe(first.server.PARVIS_SFU_SECRET);
  expect((await sfuSettings({ PARVIS_DATA_DIR: data })).server.PARVIS_SFU_SECRET).toBe(first.server.PARVIS_SFU_SECRET);
});

test('what is set is taken as it is', async () => {
  const { server, host } = await sfuSettings({ PARVIS_DATA_DIR: data, PARVIS_SFU_PORT: '3999', PARVIS_SFU_RTC_PORT: '41999', PARVIS_SFU_SECRET: 'given' });
  expect(server).toEqual({ PARVIS_SFU_URLS: 'http://127.0.0.1:3999', PARVIS_SFU_SECRET: 'given' });
  expect(host).toMatchObject({ PARVIS_SFU_PORT: '3999', PARVIS_SFU_RTC_PORT: '41999', PARVIS_SFU_SECRET: 'given' });
});

test('a port that somebody listens on is not free', async () => {
  const holder = createServer().listen(0);
  await once(holder, 'listening');
  const { port } = holder.address();
  expect(await isPortFree(port)).toBe(false);
  holder.close();
  await once(holder, 'close');
  expect(await isPortFree(port, { udp: true })).toBe(true);
});
