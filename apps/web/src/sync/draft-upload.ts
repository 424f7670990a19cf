import { ApiProblem, type StreamClient } from '@parvis/client-sdk';
import type { Draft } from '@parvis/contracts';
import type { DraftRow } from './draft-row.ts';

/** Sent after a pause in writing of so many milliseconds. */
const PAUSE = 1_500;
/** Tried again after no answer, or when the server wants less. */
const RETRY = 20_000;

interface DraftUploadOptions {
  /** What the server doesn't have yet. */
  unsent: () => DraftRow[];
  onSaved: (row: DraftRow, draft: Draft | null) => void;
  /** It will never be taken like this; what to keep here instead, null for nothing. */
  onRefused: (row: DraftRow, corrected: DraftRow | null) => void;
}

/** Brings drafts to the server: one request per draft at a time, the latest words in it. */
export class DraftUpload {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly running = new Set<string>();
  private readonly client: StreamClient;
  private readonly options: DraftUploadOptions;
  private readonly unsubscribe: () => void;
  private wasOnline = false;

  constructor(client: StreamClient, options: DraftUploadOptions) {
    this.client = client;
    this.options = options;
    this.unsubscribe = client.subscribe(() => {
      const isOnline = client.status === 'online';
      if (isOnline && !this.wasOnline) this.allNow();
      this.wasOnline = isOnline;
    });
  }

  later(key: string, delay = PAUSE): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => void this.send(key), delay));
  }

  now(key: string): void {
    void this.send(key);
  }

  allNow(): void {
    for (const { key } of this.options.unsent()) this.now(key);
  }

  stop(): void {
    this.unsubscribe();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private async send(key: string): Promise<void> {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const row = this.options.unsent().find((one) => one.key === key);
    if (row === undefined || this.running.has(key)) return;
    this.running.add(key);
    let again = true;
    try {
      const { channelId, threadId, text, attachments, quotedMessageId } = row;
      const { draft } = await this.client.api.call('saveDraft', { body: { channelId, threadId, text, attachmentIds: attachments.map(({ id }) => id), quotedMessageId } });
      this.options.onSaved(row, draft);
    } catch (error) {
      again = this.failed(row, error);
    } finally {
      this.running.delete(key);
    }
    // What was written meanwhile.
    if (again && this.options.unsent().some((one) => one.key === key)) this.later(key);
  }

  /** Whether to look for newer words at once. */
  private failed(row: DraftRow, error: unknown): boolean {
    if (!(error instanceof ApiProblem) || error.status >= 500 || error.code === 'too_many_requests') {
      this.later(row.key, RETRY);
      return false;
    }
    if (error.code === 'not_found') this.options.onRefused(row, null);
    else if (error.code === 'attachment_invalid' && row.attachments.length > 0) this.options.onRefused(row, { ...row, attachments: [] });
    // Too long, too many: it stays on this device until it is changed.
    else return false;
    return true;
  }
}
