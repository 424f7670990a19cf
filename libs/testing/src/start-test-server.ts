import { freePort } from '@parvis/embedded-postgres';
import type { UserRole } from '@parvis/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureServerBuilt } from './server-build.ts';
import { ServerProcess } from './server-process.ts';
import type { SfuProcess } from './sfu-process.ts';
import { startTestSfu, type TestSfuOptions } from './start-test-sfu.ts';
import { createAccount, OWNER_EMAIL, PASSWORD, signIn, type TestAccount } from './test-accounts.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestServerOptions {
  /** More settings; an empty string removes one. */
  env?: Record<string, string>;
  /** Server processes on one database; more than one need `REDIS_URL` in `env`. */
  processes?: number;
  /** With a media host of its own. Only where `sfuWorker()` names a worker. */
  sfu?: true | TestSfuOptions;
}

export interface TestServer {
  /** Address of the first process. */
  url: string;
  urls: readonly string[];
  databaseUrl: string;
  processes: readonly ServerProcess[];
  /** Of a server that was started with one. */
  sfu: SfuProcess;
  /** The owner that unattended set-up made. */
  setUp(): Promise<TestAccount>;
  createUser(name: string, options?: { role?: UserRole; teamIds?: string[] }): Promise<TestAccount>;
  signIn(email: string, password?: string): Promise<TestAccount>;
  /** Stops all processes by force, as a crash would. */
  kill9(): Promise<void>;
  /** Starts them again, at the same addresses on the same data. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Stops everything and removes its data. */
  stop(): Promise<void>;
}

/** A server as it is shipped, in processes of its own, on a fresh database. */
export async function startTestServer({ env = {}, processes = 1, sfu: wanted }: TestServerOptions = {}): Promise<TestServer> {
  await ensureServerBuilt();
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'parvis-test-data-'));
  const sfu = wanted && (await startTestSfu(path.join(dataDirectory, 'sfu-recordings'), wanted === true ? {} : wanted));
  const database = await createTestDatabase();
  const settings: Record<string, string> = {
    DATABASE_URL: database.url,
    PARVIS_DATA_DIR: dataDirectory,
    PARVIS_ADMIN_EMAIL: OWNER_EMAIL,
    PARVIS_ADMIN_PASSWORD: PASSWORD,
    PARVIS_ORGANISATION: 'Test',
    PARVIS_LOG_LEVEL: 'warn',
    PARVIS_VALIDATE_RESPONSES: '1',
    PARVIS_DATABASE_POOL: '10',
    // Tests write faster than people.
    PARVIS_WRITES_PER_SECOND: '0',
    ...(sfu && { PARVIS_SFU_URLS: sfu.url, PARVIS_SFU_SECRET: sfu.secret }),
    ...env,
  };
  const all: ServerProcess[] = [];
  for (let index = 0; index < processes; index += 1) all.push(new ServerProcess(await freePort(), settings));

  const start = async () => {
    await Promise.all(all.map((server) => server.start()));
  };
  const kill = async (signal: 'SIGTERM' | 'SIGKILL') => {
    await Promise.all(all.map((server) => server.kill(signal)));
  };
  const stop = async () => {
    await kill('SIGTERM');
    await sfu?.stop();
    await database.drop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await kill('SIGKILL');
    await stop();
    throw error;
  }

  const { url } = all[0]!;
  let owner: Promise<TestAccount> | undefined;
  const setUp = () => (owner ??= signIn(url, OWNER_EMAIL));
  return {
    url,
    urls: all.map((server) => server.url),
    databaseUrl: database.url,
    processes: all,
    get sfu() {
      if (!sfu) throw new Error('this server was started without a media host: startTestServer({ sfu: true })');
      return sfu;
    },
    setUp,
    createUser: async (name, options = {}) => createAccount(url, (await setUp()).api, name, options.role, options.teamIds),
    signIn: (email, password) => signIn(url, email, password),
    kill9: () => kill('SIGKILL'),
    start,
    restart: async () => {
      await kill('SIGTERM');
      await start();
    },
    stop,
  };
}
