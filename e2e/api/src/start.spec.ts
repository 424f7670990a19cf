import { createTestDatabase, ensureServerBuilt, execute, serverMain } from '@parvis/testing';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;

beforeAll(async () => {
  await ensureServerBuilt();
  folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How a start ends that can't be. */
const start = (settings: Record<string, string>) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const env = { PATH: process.env['PATH'], PARVIS_HOST: '127.0.0.1', PARVIS_PORT: '0', ...settings };
    execFile(process.execPath, [serverMain], { env, timeout: 120_000, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });

describe('a start that cannot be says why in one line, and touches nothing', () => {
  it('where the port is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as AddressInfo;
    const data = path.join(folder, 'not-made');
    expect(await start({ PARVIS_PORT: String(port), PARVIS_DATA_DIR: data })).toEqual({
      code: 1, stdout: '', stderr: `Parvis cannot run: port ${port} is in use; set PARVIS_PORT to a free one\n`,
    });
    expect(existsSync(data)).toBe(false);
    await new Promise((resolve) => holder.close(resolve));
  });

  it('where the data folder cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, 'mine');
    const { code, stderr } = await start({ PARVIS_DATA_DIR: path.join(file, 'data') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Parvis cannot run: [^\n]*a-file[^\n]*\n$/);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('where the database is of a newer version', async () => {
    const database = await createTestDatabase();
    try {
      await execute(database.url, `INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
      expect(await start({ DATABASE_URL: database.url, PARVIS_DATA_DIR: folder })).toMatchObject({
        code: 1, stderr: 'Parvis cannot run: the database was made by a newer version of Parvis (FromTheFuture9999999999999)\n',
      });
    } finally {
      await database.drop();
    }
  });
});
