import { ApiProblem, newClientId, type StreamClient } from '@parvis/client-sdk';
import type { ErrorCode } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { toBase64 } from 'lib0/buffer';
import { mergeUpdates } from 'yjs';
import type { DocumentStore, UnsentUpdate } from './document-store.ts';

interface Waiting {
  updateId: string;
  bytes: Uint8Array;
  /** Its row; null when this browser keeps nothing. */
  kept: Promise<number | null>;
  /** It may have arrived: it is sent again as it is. */
  sent: boolean;
}

export interface PushQueueOptions {
  client: StreamClient;
  store: DocumentStore;
  documentId: string;
  schemaVersion: number;
  onChange: () => void;
  /** The server will not have it: what waits stays on this device. */
  onRefused: (code: ErrorCode) => void;
}

/** Together no larger than this, in bytes, well under what is refused. */
const TOGETHER = LIMITS.documentUpdateBytes - 64 * 1024;
/** Milliseconds until a push is tried again that was one too many, or found the server busy. */
const AGAIN = 1_000;

/**
 * What was written in one document and the server has yet to acknowledge, in order, one push at a
 * time: what is written meanwhile goes together in the next. Each is on disk here before it counts as kept.
 */
export class PushQueue {
  private readonly options: PushQueueOptions;
  private waiting: Waiting[] = [];
  private running = false;
  private stopped = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** False: this browser keeps nothing, and what isn't sent is lost with the page. */
  keeps = true;

  constructor(options: PushQueueOptions) {
    this.options = options;
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** What an earlier page left. It sent one at a time: the first may have arrived, those behind it can go together. */
  restore(unsent: readonly UnsentUpdate[]): void {
    const known = new Set(this.waiting.map(({ updateId }) => updateId));
    const left = unsent.filter(({ updateId }) => !known.has(updateId)).map(({ key, updateId, bytes }, index) => ({ updateId, bytes, kept: Promise.resolve(key), sent: index === 0 }));
    this.waiting = [...left, ...this.waiting];
    this.options.onChange();
  }

  add(bytes: Uint8Array): void {
    this.waiting.push(this.keep(newClientId(), bytes));
    this.options.onChange();
    void this.flush();
  }

  /** Sends what waits, unless that runs already or there is no connection. */
  async flush(): Promise<void> {
    if (this.running || this.stopped) return;
    this.running = true;
    clearTimeout(this.timer);
    try {
      while (!this.isEmpty && this.options.client.door.isOpen && !this.stopped) await this.pushFirst();
    } catch (error) {
      this.failed(error);
    } finally {
      this.running = false;
    }
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** The server may have it now. */
  resume(): void {
    this.stopped = false;
    void this.flush();
  }

  private async pushFirst(): Promise<void> {
    this.join();
    const first = this.waiting[0]!;
    first.sent = true;
    await this.push(first);
    this.waiting = this.waiting.filter((each) => each !== first);
    this.options.onChange();
    const { store } = this.options;
    void first.kept.then((key) => (key === null ? undefined : store.acknowledge(key))).catch(() => undefined);
  }

  private async push({ updateId, bytes }: Waiting): Promise<void> {
    const { client, documentId, schemaVersion } = this.options;
    if (bytes.byteLength <= LIMITS.documentPushBytes) await client.door.ask('document_push', { documentId, updateId, schemaVersion, update: toBase64(bytes) });
    else {
      const body = new Blob([bytes as BlobPart], { type: 'application/octet-stream' });
      await client.api.call('pushDocumentUpdate', { params: { id: documentId }, query: { updateId, schemaVersion }, body });
    }
  }

  /** Those at the front that were never sent become one. */
  private join(): void {
    let [count, size] = [0, 0];
    for (const { sent, bytes } of this.waiting) {
      if (sent || (count > 0 && size + bytes.byteLength > TOGETHER)) break;
      count += 1;
      size += bytes.byteLength;
    }
    if (count < 2) return;
    const joined = this.waiting.splice(0, count);
    const bytes = mergeUpdates(joined.map((each) => each.bytes));
    const updateId = newClientId();
    const { store, documentId, schemaVersion } = this.options;
    const kept = Promise.all(joined.map((each) => each.kept)).then((keys) => store.replaceUnsent(documentId, keys.filter((key) => key !== null), { updateId, bytes, schemaVersion })).catch(() => null);
    this.waiting.unshift({ updateId, bytes, kept, sent: false });
  }

  private keep(updateId: string, bytes: Uint8Array): Waiting {
    const { store, documentId, schemaVersion } = this.options;
    const kept = store.addUnsent(documentId, { updateId, bytes, schemaVersion }).catch(() => {
      this.keeps = false;
      this.options.onChange();
      return null;
    });
    return { updateId, bytes, kept, sent: false };
  }

  private failed(error: unknown): void {
    if (this.stopped) return;
    // Without an answer it is sent again once there is a connection.
    if (!(error instanceof ApiProblem)) {
      this.later();
      return;
    }
    if (error.code === 'too_many_requests' || error.code === 'unavailable' || error.code === 'internal') this.later();
    else if (error.code === 'unauthenticated') this.stop();
    else {
      this.stop();
      this.options.onRefused(error.code);
    }
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), AGAIN);
  }
}
