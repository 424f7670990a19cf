import type { StreamEvent, StreamId } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { ApiProblem } from '../api-problem.ts';
import type { Api } from '../create-api.ts';
import { streamsBehind } from '../state/apply-event.ts';
import { applySummaries, applySync, type SyncAnswer } from '../state/apply-sync.ts';
import { applyThreadSummary, withoutThread } from '../state/threads.ts';
import type { ThreadEntry, WorkspaceState } from '../state/workspace-state.ts';
import { backoff, type Clock } from './clock.ts';

/** Time for events out of order to arrive by themselves before a gap is fetched, in milliseconds. */
const GAP_PATIENCE = 150;
const COUNT_PATIENCE = 300;
/** Threads whose counts are asked for at once; the others come after. */
const RECOUNTED_THREADS = 10;

export interface SynchroniserHost {
  api: Api;
  clock: Clock;
  read(): WorkspaceState | null;
  write(state: WorkspaceState): void;
  onEvents(events: readonly StreamEvent[]): void;
  /** Nothing is missing any more, as far as the server said. */
  onSynchronised(): void;
  onRefused(problem: ApiProblem): void;
}

/** Fetches what the socket didn't bring: one request at a time, wishes meanwhile go into the next one. */
export class Synchroniser {
  private readonly host: SynchroniserHost;
  private everything = false;
  private readonly wished = new Set<StreamId>();
  /** The next request is for a whole snapshot; `rewound`: and nothing that is here counts. */
  private fresh = false;
  private rewound = false;
  private running = false;
  private stopped = true;
  private attempt = 0;
  private checks = 0;
  private retryTimer: unknown = null;
  private checkTimer: unknown = null;
  private countTimer: unknown = null;

  constructor(host: SynchroniserHost) {
    this.host = host;
  }

  start(): void {
    this.stopped = false;
  }

  stop(): void {
    this.stopped = true;
    for (const timer of [this.retryTimer, this.checkTimer, this.countTimer]) this.host.clock.clearTimeout(timer);
    this.retryTimer = this.checkTimer = this.countTimer = null;
  }

  /** Everything that happened since the cursors, or a first snapshot. */
  all(): void {
    this.everything = true;
    this.retryNow();
  }

  /** Everything anew: what I follow is no longer the same. */
  snapshot(): void {
    this.fresh = true;
    this.retryNow();
  }

  /** What happened in these streams. */
  streams(streams: Iterable<StreamId>): void {
    for (const stream of streams) this.wished.add(stream);
    this.retryNow();
  }

  /** After new events: looks soon whether something between them is missing. */
  checkSoon(): void {
    if (this.stopped || this.checkTimer !== null) return;
    this.checkTimer = this.host.clock.setTimeout(() => {
      this.checkTimer = null;
      this.check();
    }, Math.min(GAP_PATIENCE * 2 ** this.checks, 10_000));
  }

  private check(): void {
    const state = this.host.read();
    if (state === null) return;
    const behind = streamsBehind(state);
    if (behind.length === 0) this.checks = 0;
    else {
      this.checks += 1;
      this.streams(behind);
    }
    if (Object.values(state.channels).some((entry) => entry.uncertain) || uncertainThreadsOf(state).length > 0) this.recountSoon();
  }

  private recountSoon(): void {
    if (this.stopped || this.countTimer !== null) return;
    this.countTimer = this.host.clock.setTimeout(() => void this.recount(), COUNT_PATIENCE);
  }

  private async recount(): Promise<void> {
    try {
      const before = this.host.read();
      if (before !== null && Object.values(before.channels).some((entry) => entry.uncertain)) {
        const { channels } = await this.host.api.call('listChannels');
        this.take((state) => applySummaries(state, channels));
      }
      for (const { channelId, threadId } of before === null ? [] : uncertainThreadsOf(before)) {
        const { summary } = await this.host.api.call('listReplies', { params: { channelId, messageId: threadId }, query: { limit: 1 } });
        this.take((state) => (summary === null ? withoutThread(state, threadId) : applyThreadSummary(state, summary)));
      }
    } catch {
      // Still uncertain: the check below asks again.
    }
    this.countTimer = null;
    this.checkSoon();
  }

  private take(change: (state: WorkspaceState) => WorkspaceState): void {
    const state = this.host.read();
    if (state !== null && !this.stopped) this.host.write(change(state));
  }

  private retryNow(): void {
    this.host.clock.clearTimeout(this.retryTimer);
    this.retryTimer = null;
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.running || this.stopped) return;
    this.running = true;
    try {
      while (!this.stopped && (this.everything || this.wished.size > 0 || this.fresh)) await this.round();
      this.attempt = 0;
      if (!this.stopped) this.host.onSynchronised();
    } catch (error) {
      if (error instanceof ApiProblem && (error.code === 'unauthenticated' || error.code === 'client_outdated')) {
        this.host.onRefused(error);
      } else if (!this.stopped) {
        this.retryTimer = this.host.clock.setTimeout(() => void this.run(), backoff(this.attempt, this.host.clock));
        this.attempt += 1;
      }
    } finally {
      this.running = false;
    }
    this.checkSoon();
  }

  /** One request. What it asked for is wished again when it fails. */
  private async round(): Promise<void> {
    const before = this.host.read();
    const { everything, fresh } = this;
    const wished = everything && before !== null ? (Object.keys(before.streams) as StreamId[]) : [...this.wished];
    const now = wished.slice(0, LIMITS.syncStreams - 1);
    const later = wished.slice(LIMITS.syncStreams - 1);
    this.everything = this.fresh = false;
    this.wished.clear();
    for (const stream of later) this.wished.add(stream);

    const cursors = before === null || fresh ? {} : cursorsOf(before, now);
    try {
      const answer = await this.host.api.call('sync', { body: { cursors } });
      if (this.stopped) return;
      const previous = this.rewound && answer.snapshot !== undefined ? null : this.host.read();
      const { state, more, snapshotNeeded, rewound } = applySync(previous, answer, cursors);
      this.rewound = rewound;
      this.host.write(state);
      for (const part of Object.values(answer.streams)) if ('events' in part) this.host.onEvents(part.events as StreamEvent[]);
      for (const stream of more) this.wished.add(stream);
      // What happened in a channel since I joined it is in none of these streams' answers: ask for it too.
      if (answer.snapshot === undefined) for (const stream of joinedIn(answer)) this.wished.add(stream);
      this.fresh ||= snapshotNeeded || rewound || (answer.snapshot === undefined && before !== null && becameAnother(before, state));
      // Events that came while a snapshot was read may lie between it and what is here.
      if (answer.snapshot !== undefined && before !== null) this.everything = true;
    } catch (error) {
      this.everything ||= everything;
      this.fresh ||= fresh;
      for (const stream of now) this.wished.add(stream);
      throw error;
    }
  }
}

/** Guests follow other streams than the members of the organisation, and are told more of their channels. */
export const becameAnother = (before: WorkspaceState, after: WorkspaceState): boolean => (before.me.role === 'guest') !== (after.me.role === 'guest');

/** Streams that the answer says I follow from now on; their events lie after the head that it names. */
function joinedIn(answer: SyncAnswer): StreamId[] {
  return Object.values(answer.streams).flatMap((part) => ('events' in part ? (part.events as StreamEvent[]) : [])).flatMap((event): StreamId[] => {
    if (event.type === 'channel.joined') return [`channel:${event.payload.summary.channel.id}`];
    if (event.type === 'team.joined') return [`team:${event.payload.summary.team.id}`];
    return [];
  });
}

/** My own stream is always asked for: without its cursor the server sends a whole snapshot. */
function cursorsOf(state: WorkspaceState, streams: readonly StreamId[]): Record<string, number> {
  const own: StreamId = `user:${state.me.id}`;
  const cursors: Record<string, number> = {};
  for (const stream of [own, ...streams]) {
    const position = state.streams[stream];
    if (position !== undefined) cursors[stream] = position.cursor;
  }
  return cursors;
}

const uncertainThreadsOf = (state: WorkspaceState): ThreadEntry[] =>
  Object.values(state.threads).filter((thread) => thread.uncertain).slice(0, RECOUNTED_THREADS);
