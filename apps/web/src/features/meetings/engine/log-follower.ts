import type { Api, Clock } from '@parvis/client-sdk';
import type { StreamEvent } from '@parvis/contracts';
import { hasGap, type MeetingLog, withEvent, withState } from './meeting-log.ts';

/** Milliseconds: time for events out of order to come by themselves. */
const GAP_PATIENCE = 300;

export interface FollowerHandlers {
  onLog: (log: MeetingLog) => void;
  /** It has to be read again. */
  onStale: () => void;
}

/** Keeps a meeting's state current: read from the API, then followed by its stream. */
export class LogFollower {
  private readonly meetingId: string;
  private readonly api: Api;
  private readonly clock: Clock;
  private readonly handlers: FollowerHandlers;
  private log: MeetingLog | null = null;
  /** Came before the state did. */
  private early: StreamEvent[] = [];
  private stale = true;
  private timer: unknown = null;

  constructor(meetingId: string, api: Api, clock: Clock, handlers: FollowerHandlers) {
    this.meetingId = meetingId;
    this.api = api;
    this.clock = clock;
    this.handlers = handlers;
  }

  take(event: StreamEvent): void {
    if (event.stream !== `meeting:${this.meetingId}`) return;
    if (this.log === null) this.early.push(event);
    else this.set(withEvent(this.log, event));
  }

  /** Events may have been missed. */
  doubt(): void {
    this.stale = true;
  }

  async catchUp(): Promise<void> {
    if (!this.stale) return;
    this.stale = false;
    try {
      const state = await this.api.call('getMeetingState', { params: { id: this.meetingId } });
      const early = this.early.splice(0);
      this.set(withState(this.log, state, early));
    } catch (error) {
      this.stale = true;
      throw error;
    }
  }

  stop(): void {
    this.clock.clearTimeout(this.timer);
  }

  private set(log: MeetingLog): void {
    if (log === this.log) return;
    this.log = log;
    this.handlers.onLog(log);
    if (!hasGap(log)) return;
    this.timer ??= this.clock.setTimeout(() => {
      this.timer = null;
      if (this.log === null || !hasGap(this.log)) return;
      this.stale = true;
      this.handlers.onStale();
    }, GAP_PATIENCE);
  }
}
