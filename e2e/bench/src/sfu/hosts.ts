import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Receiver } from './receivers.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
/** The host's core; the load is put on the others. */
const HOST_CORE = '0';

export interface BarePlan {
  receivers: readonly Receiver[];
}

/** A host that is measured: its process and its worker's. */
export interface Host {
  readonly child: ChildProcess;
  readonly pids: readonly number[];
  /** Where both streams are to be sent. */
  readonly port: number;
  /** What people do meanwhile, each so often. */
  readonly signal?: () => void;
  stop(): Promise<void>;
}

export interface Started {
  child: ChildProcess;
  first: { workerPid: number; port?: number };
  stop(): Promise<void>;
}

/** Starts a script on a core of its own and waits for the first that it says. */
export async function startHost(script: string, env: Record<string, string>): Promise<Started> {
  const cores = availableParallelism();
  if (cores > 1) execFileSync('taskset', ['-a', '-cp', `1-${cores - 1}`, String(process.pid)], { stdio: 'ignore' });
  const child = spawn('taskset', ['-c', HOST_CORE, process.execPath, script], { cwd: ROOT, env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), ended.then(([code]) => Promise.reject(new Error(`${script} ended with ${String(code)}`)))]);
  return {
    child,
    first: (first as [Started['first']])[0],
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** What the child says next. */
export async function ask<T>(child: ChildProcess, message: object): Promise<T> {
  const answered = once(child, 'message');
  child.send(message);
  return ((await answered) as [T])[0];
}

export async function startBareHost(workerBin: string, receivers: readonly Receiver[]): Promise<Host> {
  const { child, first, stop } = await startHost('e2e/bench/src/sfu/bare-host.ts', { PARVIS_SFU_WORKER_BIN: workerBin });
  const { port } = await ask<{ port: number }>(child, { receivers } satisfies BarePlan);
  return { child, pids: [child.pid ?? 0, first.workerPid], port, stop };
}
