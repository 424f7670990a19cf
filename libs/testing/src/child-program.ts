import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from './paths.ts';

/** Of a machine that does much else at the same time; nothing waits for as long without a cause. */
const START_TIMEOUT = 120_000;
const ANSWER_TIMEOUT = 5_000;
/** Milliseconds between looks whether it is ready: each takes from a start's own time. */
const LOOK_EVERY = 100;
/** The programs are started hundreds of times: compiled once. */
const COMPILED = path.join(root, '.cache', 'compiled');

/** One of our programs, which tests start, kill and start again at the same address. */
export class ChildProgram {
  private readonly name: string;
  private readonly main: string;
  private readonly env: Record<string, string>;
  private readonly healthUrl: string;
  private child: ChildProcess | null = null;
  private output = '';

  /** `healthUrl` answers with success once it is ready. */
  constructor({ name, main, env, healthUrl }: { name: string; main: string; env: Record<string, string>; healthUrl: string }) {
    this.name = name;
    this.main = main;
    this.env = env;
    this.healthUrl = healthUrl;
  }

  /** Resolves once it is ready. */
  async start(): Promise<void> {
    this.output = '';
    const child = spawn(process.execPath, ['--enable-source-maps', this.main], { env: { ...inherited(), NODE_COMPILE_CACHE: COMPILED, ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output = (this.output + text).slice(-20_000);
      });
    }
    const deadline = Date.now() + START_TIMEOUT;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${this.name} ended while starting:\n${this.output}`);
      if (Date.now() > deadline) {
        await this.kill('SIGKILL');
        throw new Error(`${this.name} was not ready in time:\n${this.output}`);
      }
      await delay(LOOK_EVERY);
    }
  }

  /** What it wrote last, for the message of a failed test. */
  get log(): string {
    return this.output;
  }

  /** Of the process that was started last. */
  get pid(): number {
    if (this.child?.pid === undefined) throw new Error(`${this.name} was not started`);
    return this.child.pid;
  }

  async kill(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }

  /** Whether what it answers, with success, means that it can be used. */
  protected accepts(_body: string): boolean {
    return true;
  }

  private async isReady(): Promise<boolean> {
    try {
      const answer = await fetch(this.healthUrl, { signal: AbortSignal.timeout(ANSWER_TIMEOUT) });
      const body = await answer.text();
      return answer.ok && this.accepts(body);
    } catch {
      return false;
    }
  }
}

/** The environment without what would make the program another one. */
function inherited(): Record<string, string | undefined> {
  const names = Object.keys(process.env).filter((name) => !/^(PARVIS_|DATABASE_URL|REDIS_URL|S3_|NODE_OPTIONS|VITEST)/.test(name));
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
