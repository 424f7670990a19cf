import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const secret = 'a secret of some length';

it('has a default for everything but the secret', () => {
  expect(readConfig({ PARVIS_SFU_SECRET: secret })).toMatchObject({ host: '127.0.0.1', port: 3010, rtcPort: 40_000, announcedAddresses: [], workerConsumers: 400 });
  expect(() => readConfig({})).toThrow('PARVIS_SFU_SECRET');
});

it('reads the secret from a file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-sfu-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'secret'), `${secret}\n`);
  expect(readConfig({ PARVIS_SFU_SECRET_FILE: path.join(folder, 'secret') }).secret).toBe(secret);
  expect(() => readConfig({ PARVIS_SFU_SECRET_FILE: '/nowhere' })).toThrow(new ConfigError('PARVIS_SFU_SECRET_FILE: /nowhere cannot be read (ENOENT)'));
});

it.each([
  { PARVIS_SFU_SECRET: 'short' }, { PARVIS_SFU_RTC_PORT: '70000' }, { PARVIS_SFU_RTC_HOST: 'media.example' }, { PARVIS_SFU_WORKERS: '0' }, { PARVIS_LOG_LEVEL: 'loud' },
  { PARVIS_SFU_PIPE_ADDRESS: 'media.example' }, { PARVIS_SFU_PIPE_PORTS: '41000' }, { PARVIS_SFU_PIPE_PORTS: '41009-41000' }, { PARVIS_SFU_PIPE_PORTS: '1-70000' },
])('names the setting that makes no sense: %j', (env) => {
  expect(() => readConfig({ PARVIS_SFU_SECRET: secret, ...env })).toThrow(Object.keys(env)[0]);
});

it('takes announced addresses apart', () => {
  expect(readConfig({ PARVIS_SFU_SECRET: secret, PARVIS_SFU_ANNOUNCED_ADDRESSES: '203.0.113.5, media.example,' }).announcedAddresses).toEqual(['203.0.113.5', 'media.example']);
});
