import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './index.ts';
import { findPostmaster } from './postmaster-file.ts';

const source = fileURLToPath(new URL('index.ts', import.meta.url));
let root: string;
/** A cluster that was stopped, to start tests from without waiting for initdb. */
let template: string;
let directory: string;
let count = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'embedded-postgres-'));
  await chmod(root, 0o755);
  template = path.join(root, 'template');
  const cluster = await startEmbeddedPostgres({ directory: template, database: 'app' });
  await ask(cluster.url, "CREATE TABLE note AS SELECT 'kept'::text AS body");
  await cluster.stop();
});

afterEach(async () => {
  await killPostmaster();
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function copyOfTemplate(): Promise<string> {
  directory = path.join(root, `copy-${(count += 1)}`);
  // Node's own cp gives everything to root.
  await once(spawn('cp', ['-a', template, directory]), 'exit');
  return directory;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

async function killPostmaster(): Promise<void> {
  const running = await findPostmaster(path.join(directory, 'data')).catch(() => undefined);
  if (!running) return;
  process.kill(running.pid, 'SIGKILL');
  await expect.poll(() => findPostmaster(path.join(directory, 'data'))).toBeUndefined();
}

/** Another process that starts the cluster and then does nothing until it is killed. */
async function startElsewhere(): Promise<{ url: string; kill(): Promise<void> }> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(source)});
    const { url } = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)}, database: 'app' });
    process.stdout.write(url);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: url.toString(),
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('makes the folder, the database, and keeps what was written over a restart', async () => {
  await copyOfTemplate();
  const cluster = await startEmbeddedPostgres({ directory, database: 'app' });
  expect(await ask(cluster.url, 'SELECT body FROM note')).toEqual([{ body: 'kept' }]);
  expect(cluster.owned).toBe(true);
  await cluster.stop();
  expect(await findPostmaster(path.join(directory, 'data'))).toBeUndefined();
});

test('makes a further database in the same cluster', async () => {
  await copyOfTemplate();
  const cluster = await startEmbeddedPostgres({ directory, database: 'Second "one"' });
  expect(await ask(cluster.url, 'SELECT current_database() AS name')).toEqual([{ name: 'Second "one"' }]);
  await cluster.stop();
});

test('keeps the password to its owner', async () => {
  const { mode } = await stat(path.join(template, 'password'));
  expect(mode & 0o077).toBe(0);
  expect((await readFile(path.join(template, 'password'), 'utf8')).length).toBeGreaterThan(30);
});

test('sorts French and English letters as people do, and has the extensions that we use', async () => {
  await copyOfTemplate();
  const cluster = await startEmbeddedPostgres({ directory, database: 'app' });
  for (const extension of ['pg_trgm', 'unaccent', 'btree_gin']) await ask(cluster.url, `CREATE EXTENSION ${extension}`);
  const rows = await ask(cluster.url, "SELECT v FROM unnest(ARRAY['zoé', 'Émile', 'eve', 'anna']) v ORDER BY v");
  expect(rows).toEqual([{ v: 'anna' }, { v: 'Émile' }, { v: 'eve' }, { v: 'zoé' }]);
  await cluster.stop();
});

test('works below a folder that only its owner may enter, as a checkout in /root', async () => {
  const privateFolder = path.join(root, 'private');
  await mkdir(privateFolder, { mode: 0o700 });
  directory = path.join(privateFolder, 'data', 'postgres');
  const cluster = await startEmbeddedPostgres({ directory, database: 'app' });
  expect(await ask(cluster.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await cluster.stop();
});

test('takes over a cluster whose process was killed, and stops it', async () => {
  await copyOfTemplate();
  const former = await startElsewhere();
  await former.kill();
  const before = await findPostmaster(path.join(directory, 'data'));
  const cluster = await startEmbeddedPostgres({ directory, database: 'app' });
  expect(cluster.url).toBe(former.url);
  expect(cluster.owned).toBe(true);
  expect(await findPostmaster(path.join(directory, 'data'))).toEqual(before);
  await cluster.stop();
  expect(await findPostmaster(path.join(directory, 'data'))).toBeUndefined();
});

test('leaves a cluster running that another living process uses', async () => {
  await copyOfTemplate();
  const other = await startElsewhere();
  const cluster = await startEmbeddedPostgres({ directory, database: 'app' });
  expect(cluster.owned).toBe(false);
  await cluster.stop();
  expect(await ask(other.url, 'SELECT body FROM note')).toEqual([{ body: 'kept' }]);
  await other.kill();
});

test('two starts at the same time share one cluster, and the last one stops it', async () => {
  directory = path.join(root, 'together');
  const [one, two] = await Promise.all([
    startEmbeddedPostgres({ directory, database: 'app' }),
    startEmbeddedPostgres({ directory, database: 'app' }),
  ]);
  expect(one.url).toBe(two.url);
  await one.stop();
  expect(await ask(two.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await two.stop();
  expect(await findPostmaster(path.join(directory, 'data'))).toBeUndefined();
});

test('recovers what was committed when PostgreSQL itself was killed', async () => {
  await copyOfTemplate();
  const cluster = await startEmbeddedPostgres({ directory, database: 'app' });
  await ask(cluster.url, "INSERT INTO note VALUES ('committed')");
  await killPostmaster();
  const again = await startEmbeddedPostgres({ directory, database: 'app' });
  expect(await ask(again.url, 'SELECT body FROM note')).toEqual([{ body: 'kept' }, { body: 'committed' }]);
  await again.stop();
});

test('starts although the pid of a killed PostgreSQL now belongs to somebody else', async () => {
  await copyOfTemplate();
  await startEmbeddedPostgres({ directory, database: 'app' });
  await killPostmaster();
  const file = path.join(directory, 'data', 'postmaster.pid');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)));
  const again = await startEmbeddedPostgres({ directory, database: 'app' });
  expect(await ask(again.url, 'SELECT body FROM note')).toEqual([{ body: 'kept' }]);
  await again.stop();
});

test('begins anew after an initdb that was cut off', async () => {
  directory = path.join(root, 'half-done');
  await mkdir(path.join(directory, 'data.unfinished', 'base'), { recursive: true });
  await writeFile(path.join(directory, 'data.unfinished', 'PG_VERSION'), '18\n');
  await writeFile(path.join(directory, 'password'), 'of the cluster that never was');
  const cluster = await startEmbeddedPostgres({ directory, database: 'app' });
  expect(await ask(cluster.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await readdir(directory)).not.toContain('data.unfinished');
  await cluster.stop();
});

test.each([
  ['19', 'cluster_newer'],
  ['17', 'cluster_older'],
])('refuses a database of PostgreSQL %s and touches nothing', async (version, code) => {
  await copyOfTemplate();
  await writeFile(path.join(directory, 'data', 'PG_VERSION'), `${version}\n`);
  const before = await snapshot(directory);
  await expect(startEmbeddedPostgres({ directory, database: 'app' })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(new RegExp(`^[^\\n]*PostgreSQL ${version}[^\\n]*Nothing was changed\\.$`)),
  });
  expect(await snapshot(directory)).toEqual(before);
});

test('refuses a folder that holds something else and touches nothing', async () => {
  directory = path.join(root, 'foreign');
  await mkdir(path.join(directory, 'data'), { recursive: true });
  await writeFile(path.join(directory, 'data', 'holiday.jpg'), 'mine');
  const before = await snapshot(directory);
  await expect(startEmbeddedPostgres({ directory, database: 'app' })).rejects.toMatchObject({ code: 'folder_unusable' });
  expect(await snapshot(directory)).toEqual(before);
});

test.each([
  ['below a file', () => path.join(template, 'password', 'postgres')],
  ['in a file system without folders of ours', () => '/proc/parvis/postgres'],
])('refuses a folder %s, in one line', async (_case, place) => {
  await expect(startEmbeddedPostgres({ directory: place(), database: 'app' })).rejects.toMatchObject({
    code: 'folder_unusable',
    message: expect.stringMatching(/^[^\n]*Nothing was changed\.$/),
  });
});

test('says what PostgreSQL complained about when it does not start', async () => {
  await copyOfTemplate();
  const settings = { no_such_setting: 1 };
  await expect(startEmbeddedPostgres({ directory, database: 'app', settings })).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringContaining('no_such_setting'),
  });
});

async function snapshot(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return Promise.all(
    entries.sort().map(async (entry) => {
      const { mode, uid, size, mtimeMs } = await stat(path.join(folder, entry));
      return [entry, mode, uid, size, mtimeMs].join(' ');
    }),
  );
}
