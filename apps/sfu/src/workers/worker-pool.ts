import type { SfuStatus } from '@parvis/sfu-protocol';
import { existsSync } from 'node:fs';
import type { Logger } from '../log/log.ts';
import { SfuError } from '../rooms/sfu-error.ts';
import type { MediaWorker } from './media-worker.ts';

export interface PoolOptions {
  readonly size: number;
  /** Waited for until it is there: it may be being built. */
  readonly workerBin: string;
  /** Why it will not come; looked for nevertheless. */
  readonly missing?: string | undefined;
  readonly start: (index: number) => Promise<MediaWorker>;
  readonly log: Logger;
}

const LOOK_EVERY_MS = 1_000;
const RETRY_MS = { first: 100, most: 5_000 };
/** Of one worker, in a row, before it is said that there will be none; it is tried on nevertheless. */
const FAILURES_BEFORE_FAILED = 5;

/** Keeps a worker running in each of its places; one that dies is replaced. */
export class WorkerPool {
  /** Told before the replacement is there. */
  onLost: (worker: MediaWorker) => void = () => undefined;
  onChange: () => void = () => undefined;
  private readonly options: PoolOptions;
  private readonly workers = new Set<MediaWorker>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  private failure: string | null = null;
  private wasReady = false;
  private closed = false;

  constructor(options: PoolOptions) {
    this.options = options;
    this.failure = options.missing ?? null;
  }

  start(): void {
    for (let index = 0; index < this.options.size; index++) this.occupy(index, 0);
  }

  get state(): Exclude<SfuStatus['state'], 'draining'> {
    return this.workers.size > 0 ? 'ready' : this.failure === null ? 'preparing' : 'failed';
  }

  /** Why there is no worker. */
  get detail(): string | null {
    if (this.state === 'ready') return null;
    return this.failure ?? (existsSync(this.options.workerBin) ? null : `waiting for ${this.options.workerBin}`);
  }

  get size(): number {
    return this.workers.size;
  }

  get load(): number {
    return [...this.workers].reduce((sum, worker) => sum + worker.load, 0);
  }

  /** The least busy one; while a worker that died is being replaced, the next. @throws SfuError not_ready. */
  async pick(): Promise<MediaWorker> {
    if (this.workers.size === 0) {
      if (!this.wasReady || this.failure !== null || this.closed) throw new SfuError('not_ready', this.detail ?? undefined);
      await new Promise<void>((resolve, reject) => this.waiting.push({ resolve, reject }));
    }
    const [first, ...others] = this.workers;
    if (!first) throw new SfuError('not_ready');
    return others.reduce((best, worker) => (worker.load - best.load || worker.rooms - best.rooms) < 0 ? worker : best, first);
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    for (const worker of this.workers) worker.worker.close();
    this.workers.clear();
    this.refuseWaiting();
  }

  private occupy(index: number, failures: number): void {
    if (this.closed) return;
    if (!existsSync(this.options.workerBin)) return this.later(LOOK_EVERY_MS, () => this.occupy(index, failures));
    this.options.start(index).then((worker) => this.take(index, worker), (error: unknown) => this.retry(index, failures + 1, error));
  }

  private take(index: number, worker: MediaWorker): void {
    if (this.closed) return worker.worker.close();
    worker.worker.once('died', (error) => {
      this.options.log.error({ err: error, index }, 'media worker died');
      this.workers.delete(worker);
      this.onLost(worker);
      this.onChange();
      this.occupy(index, 0);
    });
    this.workers.add(worker);
    this.failure = null;
    this.wasReady = true;
    for (const { resolve } of this.waiting.splice(0)) resolve();
    this.options.log.info({ index, pid: worker.worker.pid }, 'media worker runs');
    this.onChange();
  }

  private retry(index: number, failures: number, error: unknown): void {
    this.options.log.error({ err: error, index, failures }, 'media worker could not be started');
    if (failures >= FAILURES_BEFORE_FAILED) {
      this.failure = error instanceof Error ? error.message : String(error);
      if (this.workers.size === 0) this.refuseWaiting();
      this.onChange();
    }
    this.later(Math.min(RETRY_MS.most, RETRY_MS.first * 2 ** (failures - 1)), () => this.occupy(index, failures));
  }

  private refuseWaiting(): void {
    for (const { reject } of this.waiting.splice(0)) reject(new SfuError('not_ready', this.failure ?? undefined));
  }

  private later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      task();
    }, ms);
    this.timers.add(timer);
  }
}
