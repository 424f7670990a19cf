import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { serverMain } from './server-build.ts';

/** Of a machine that does much else at the same time; nothing waits for as long without a cause. */
const START_TIMEOUT = 120_000;
const ANSWER_TIMEOUT = 5_000;

/** One process of the server, which tests start, kill and start again at the same address. */
export class ServerProcess {
  readonly url: string;
  private readonly env: Record<string, string>;
  private child: ChildProcess | null = null;
  private output = '';

  constructor(port: number, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.env = { ...env, PARVIS_PORT: String(port), PARVIS_HOST: '127.0.0.1', PARVIS_PUBLIC_URL: this.url };
  }

  /** Resolves once it answers `ready`. */
  async start(): Promise<void> {
    this.output = '';
    const child = spawn(process.execPath, ['--enable-source-maps', serverMain], { env: { ...inherited(), ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output = (this.output + text).slice(-20_000);
      });
    }
    const deadline = Date.now() + START_TIMEOUT;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended while starting:\n${this.output}`);
      if (Date.now() > deadline) {
        await this.kill('SIGKILL');
        throw new Error(`the server was not ready in time:\n${this.output}`);
      }
      await delay(20);
    }
  }

  /** What it wrote last, for the message of a failed test. */
  get log(): string {
    return this.output;
  }

  async kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }

  private async isReady(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.url}/api/health/ready`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT) });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }
}

/** The environment without what would make the server another one. */
function inherited(): Record<string, string | undefined> {
  const names = Object.keys(process.env).filter((name) => !/^(PARVIS_|DATABASE_URL|REDIS_URL|S3_|NODE_OPTIONS|VITEST)/.test(name));
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
