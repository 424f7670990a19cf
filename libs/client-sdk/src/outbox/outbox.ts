import type { Message } from '@parvis/contracts';
import { backoff, type Clock, systemClock } from '../live/clock.ts';
import { newClientId } from './new-client-id.ts';
import type { OutboxEntry, OutboxStorage, OutgoingMessage } from './outbox-storage.ts';
import { classifyFailure } from './refusal.ts';

export interface OutboxOptions {
  storage: OutboxStorage;
  /** Sends it; rejects with `ApiProblem` or `NetworkFailure`. */
  send: (entry: OutboxEntry) => Promise<Message>;
  /** The message is on the server: put it into the state. Called before the entry goes. */
  onAcknowledged: (message: Message) => void;
  onChange?: () => void;
  clock?: Clock;
}

/**
 * Sends messages in the order of their channel, one at a time, until the server has each: a later
 * one never overtakes an earlier one that may still succeed.
 */
export class Outbox {
  private readonly options: OutboxOptions;
  private current: readonly OutboxEntry[] = [];
  private running = false;
  private loads = 0;
  private readonly sending = new Map<string, string>();
  private readonly pauses = new Map<string, { attempt: number; timer: unknown }>();
  /** On the server, though still in the storage. */
  private readonly done = new Set<string>();
  private readonly clock: Clock;

  constructor(options: OutboxOptions) {
    this.options = options;
    this.clock = options.clock ?? systemClock;
  }

  /** In order; without those known to be on the server. */
  get entries(): readonly OutboxEntry[] {
    return this.current;
  }

  isSending(clientId: string): boolean {
    return [...this.sending.values()].includes(clientId);
  }

  /** Begins to send. Of several tabs on one storage, only one may. */
  async start(): Promise<void> {
    this.running = true;
    await this.load();
  }

  stop(): void {
    this.running = false;
    for (const { timer } of this.pauses.values()) this.clock.clearTimeout(timer);
    this.pauses.clear();
  }

  /** Reads the storage: at the beginning, and when another tab wrote to it. */
  async load(): Promise<void> {
    this.loads += 1;
    const load = this.loads;
    const entries = await this.options.storage.all();
    if (load !== this.loads) return;
    this.current = entries.filter((entry) => !this.done.has(entry.clientId));
    this.options.onChange?.();
    this.pump();
  }

  /** Resolves once it is safely stored. */
  async enqueue(channelId: string, message: OutgoingMessage | string, clientId = newClientId()): Promise<string> {
    const createdAt = new Date(this.clock.now()).toISOString();
    await this.options.storage.add({ ...(typeof message === 'string' ? { text: message } : message), clientId, channelId, createdAt, failed: null });
    await this.load();
    return clientId;
  }

  /** Sends a refused one again, after those that wait. */
  async retry(clientId: string): Promise<void> {
    const entry = this.current.find((candidate) => candidate.clientId === clientId);
    if (entry?.failed == null) return;
    await this.options.storage.remove(clientId);
    await this.options.storage.add({ ...entry, failed: null });
    await this.load();
  }

  async discard(clientId: string): Promise<void> {
    await this.options.storage.remove(clientId);
    await this.load();
  }

  /** A message came by push or page: when it is one of these, its answer needn't come any more. */
  observe(message: Message): void {
    const { clientId } = message;
    if (clientId === null || this.done.has(clientId)) return;
    const entry = this.current.find((candidate) => candidate.clientId === clientId);
    if (entry !== undefined) void this.acknowledge(entry, message);
  }

  /** The network came back: don't wait. */
  wake(): void {
    for (const { timer } of this.pauses.values()) this.clock.clearTimeout(timer);
    this.pauses.clear();
    this.pump();
  }

  private pump(): void {
    if (!this.running) return;
    const seen = new Set<string>();
    for (const entry of this.current) {
      if (entry.failed !== null || seen.has(entry.channelId)) continue;
      seen.add(entry.channelId);
      const paused = this.pauses.get(entry.channelId)?.timer != null;
      if (!paused && !this.sending.has(entry.channelId)) void this.sendOne(entry);
    }
  }

  private async sendOne(entry: OutboxEntry): Promise<void> {
    this.sending.set(entry.channelId, entry.clientId);
    this.options.onChange?.();
    try {
      const message = await this.options.send(entry);
      this.pauses.delete(entry.channelId);
      if (!this.done.has(entry.clientId)) await this.acknowledge(entry, message);
    } catch (error) {
      if (!this.done.has(entry.clientId)) await this.fail(entry, error);
    }
    if (this.sending.get(entry.channelId) === entry.clientId) this.sending.delete(entry.channelId);
    this.options.onChange?.();
    this.pump();
  }

  private async acknowledge(entry: OutboxEntry, message: Message): Promise<void> {
    this.done.add(entry.clientId);
    this.options.onAcknowledged(message);
    this.current = this.current.filter((other) => other.clientId !== entry.clientId);
    if (this.sending.get(entry.channelId) === entry.clientId) this.sending.delete(entry.channelId);
    this.options.onChange?.();
    this.pump();
    await this.options.storage.remove(entry.clientId);
  }

  private async fail(entry: OutboxEntry, error: unknown): Promise<void> {
    const failure = classifyFailure(error);
    if (failure.kind === 'stop') {
      this.stop();
    } else if (failure.kind === 'refused') {
      this.pauses.delete(entry.channelId);
      await this.options.storage.fail(entry.clientId, failure.code);
      await this.load();
    } else {
      const attempt = this.pauses.get(entry.channelId)?.attempt ?? 0;
      const pause = Math.max(backoff(attempt, this.clock, { first: 500, max: 15_000 }), (failure.seconds ?? 0) * 1000);
      const timer = this.clock.setTimeout(() => {
        this.pauses.set(entry.channelId, { attempt: attempt + 1, timer: null });
        this.pump();
      }, pause);
      this.pauses.set(entry.channelId, { attempt, timer });
    }
  }
}
