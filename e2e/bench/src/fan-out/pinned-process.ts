import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const READY_MS = 30_000;
const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
/** The server's core; everything else, the load and PostgreSQL, is put on the others. */
const SERVER_CORE = '0';

export interface Pinned {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a server on a core of its own, and moves this process off it. */
export async function startPinned(script: string, env: Record<string, string>): Promise<Pinned> {
  const cores = availableParallelism();
  if (cores > 1) execFileSync('taskset', ['-a', '-cp', `1-${cores - 1}`, String(process.pid)], { stdio: 'ignore' });
  const port = await freePort();
  const data = mkdtempSync(path.join(tmpdir(), 'parvis-bench-data-'));
  const child = spawn('taskset', ['-c', SERVER_CORE, process.execPath, script], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'], PARVIS_PORT: String(port), PARVIS_HOST: '127.0.0.1', PARVIS_DATA_DIR: data, PARVIS_LOG_LEVEL: 'error',
      PARVIS_ADMIN_EMAIL: 'bench@example.org', PARVIS_ADMIN_PASSWORD: 'fan-out of a bench 2026', PARVIS_ORGANISATION: 'Bench',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/health/live`, child);
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** What is done with a server, which ends then. */
export async function whileRunning<T>(server: Pinned, work: (server: Pinned) => Promise<T>): Promise<T> {
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const ok = await fetch(url).then((answer) => answer.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server is not ready');
}

/** User and system time of a process so far. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export const kibResident = (pid: number): number => kibOf(pid, 'VmRSS');
/** The most that it ever held, or since it was asked to forget that. */
export const kibPeak = (pid: number): number => kibOf(pid, 'VmHWM');
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function kibOf(pid: number, line: string): number {
  return Number(new RegExp(`${line}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
