import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { Digest } from './worker/digest.ts';
import type { DocumentTask } from './worker/main.ts';

/** Beside us once built, a file of the sources before. */
const FILE = new URL(import.meta.url.endsWith('.ts') ? './worker/main.ts' : './document-worker.mjs', import.meta.url).href;
/** Milliseconds: a document that takes longer to be read is given up, and its thread with it. */
const PATIENCE = 60_000;
/** Megabytes that one thread may hold. */
const MEMORY = 1_024;

/** Loads whole documents in threads of their own, so that nobody waits for it; ended when idle. */
@Injectable()
export class DocumentWorker implements OnApplicationShutdown {
  private pool: Piscina | undefined;

  /** @throws Error for updates that can't be read, or took too long or too much memory */
  digest(updates: readonly Uint8Array[]): Promise<Digest> {
    return this.run<Digest>({ kind: 'digest', updates: [...updates] });
  }

  merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    return this.run<Uint8Array>({ kind: 'merge', updates: [...updates] });
  }

  /** The change that makes what `now` says what `then` says; null when both are the same. */
  restore(now: readonly Uint8Array[], then: readonly Uint8Array[]): Promise<Uint8Array | null> {
    return this.run<Uint8Array | null>({ kind: 'restore', now: [...now], then: [...then] });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private async run<T>(task: DocumentTask): Promise<T> {
    this.pool ??= new Piscina({ filename: FILE, minThreads: 0, maxThreads: 2, idleTimeout: 30_000, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    return (await this.pool.run(task, { name: 'run', signal: AbortSignal.timeout(PATIENCE) })) as T;
  }
}
