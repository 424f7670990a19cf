import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DOCUMENT_SEED } from '@parvis/contracts';
import { Piscina } from 'piscina';
import { ApiError } from '../../platform/http/api-error.ts';
import { Log } from '../../platform/log/log.ts';
import type { Digest } from './worker/digest.ts';
import { inspectUpdate, type Inspected } from './worker/inspect-update.ts';
import type { DocumentTask } from './worker/main.ts';

/** Beside us once built, a file of the sources before. */
const FILE = new URL(import.meta.url.endsWith('.ts') ? './worker/main.ts' : './document-worker.mjs', import.meta.url).href;
/** Bytes: an update that is larger takes too long to be looked at where everybody waits. */
const LARGE = 32 * 1024;
/** Milliseconds: a document that takes longer to be read is given up, and its thread with it. */
const PATIENCE = 60_000;
/** Megabytes that one thread may hold. */
const MEMORY = 1_024;
/** Megabytes: Yjs, and the comparing of two documents, go into elements inside of elements by recursion, and many updates can put any number into each other. */
const STACK = 64;

/** Loads whole documents in threads of their own, so that nobody waits for it; ended when idle. */
@Injectable()
export class DocumentWorker implements OnApplicationShutdown {
  private pool: Piscina | undefined;
  /** Of one task. */
  protected readonly limits: { patience: number; memory: number } = { patience: PATIENCE, memory: MEMORY };

  constructor(private readonly log: Log) {}

  /** @throws Error for updates that can't be read, or took too long or too much memory */
  digest(updates: readonly Uint8Array[]): Promise<Digest> {
    return this.run<Digest>({ kind: 'digest', updates: [...updates] });
  }

  merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    return this.run<Uint8Array>({ kind: 'merge', updates: [...updates] });
  }

  /** The change that makes what `now` says what `then` says; null when both are the same. */
  restore(now: readonly Uint8Array[], then: readonly Uint8Array[]): Promise<Uint8Array | null> {
    return this.run<Uint8Array | null>({ kind: 'restore', now: [...now], then: [...then], seed: Buffer.from(DOCUMENT_SEED, 'base64') });
  }

  /** The Yjs clients that an update is from. @throws ApiError update_invalid for what is no update, says nothing or could not be applied */
  async clientsOf(update: Uint8Array): Promise<number[]> {
    const found = update.byteLength > LARGE ? await this.run<Inspected>({ kind: 'inspect', update }) : inspectUpdate(update);
    if ('refusal' in found) throw new ApiError('update_invalid', found.refusal);
    return found.clients;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private async run<T>(task: DocumentTask): Promise<T> {
    this.pool ??= this.start();
    return (await this.pool.run(task, { name: 'run', signal: AbortSignal.timeout(this.limits.patience) })) as T;
  }

  private start(): Piscina {
    const pool = new Piscina({ filename: FILE, minThreads: 0, maxThreads: 2, idleTimeout: 30_000, resourceLimits: { maxOldGenerationSizeMb: this.limits.memory, stackSizeMb: STACK } });
    // Of a thread that ends without a task: with no listener it would end the server.
    pool.on('error', (error: unknown) => { this.log.error({ err: error }, 'a thread for documents ended'); });
    return pool;
  }
}
