import type { Presence, StreamEvent, StreamId } from '@parvis/contracts';
import type { ParvisSocket } from '../connect-socket.ts';
import type { Api } from '../create-api.ts';
import { applyEvent, isMeeting } from '../state/apply-event.ts';
import { isBehind } from '../state/stream-position.ts';
import type { WorkspaceState } from '../state/workspace-state.ts';
import { type Clock, systemClock } from './clock.ts';
import { Connection } from './connection.ts';
import { Ephemerides } from './ephemerides.ts';
import type { Ephemera } from './ephemera.ts';
import { SocketDoor } from './socket-door.ts';
import { becameAnother, Synchroniser } from './synchroniser.ts';

/** connecting: nothing came yet. reconnecting: was online. The last two are final: `start` again after reloading or signing in. */
export type ClientStatus = 'connecting' | 'online' | 'reconnecting' | 'outdated' | 'signed-out';

export interface StreamClientOptions {
  api: Api;
  socket: ParvisSocket;
  /** State kept from an earlier run: caught up from its cursors instead of read anew. */
  cached?: WorkspaceState | null;
  clock?: Clock;
  /** Milliseconds between looks for pushes that got lost without a trace. */
  pollEvery?: number;
}

/**
 * The live workspace of one person: applies the socket's events, repairs gaps, survives lost
 * connections and tells its subscribers.
 */
export class StreamClient {
  readonly api: Api;
  /** For what goes over the socket and is in no stream. */
  readonly door: SocketDoor;
  private current: WorkspaceState | null;
  private currentStatus: ClientStatus = 'connecting';
  private readonly listeners = new Set<() => void>();
  private readonly eventListeners = new Set<(event: StreamEvent) => void>();
  private readonly clock: Clock;
  private readonly connection: Connection;
  private readonly synchroniser: Synchroniser;
  private readonly ephemerides: Ephemerides;
  private readonly pollEvery: number;
  private readonly held = new Map<string, { change: (state: WorkspaceState) => WorkspaceState }>();
  private shown: WorkspaceState | null;
  private pollTimer: unknown = null;
  private greeted = false;
  /** Events that came before the first snapshot. */
  private waiting: StreamEvent[] = [];

  constructor({ api, socket, cached = null, clock = systemClock, pollEvery = 5 * 60_000 }: StreamClientOptions) {
    this.api = api;
    this.door = new SocketDoor(socket, clock);
    this.current = cached;
    this.shown = cached;
    this.clock = clock;
    this.pollEvery = pollEvery;
    this.ephemerides = new Ephemerides(socket, clock, () => {
      this.notify();
    });
    this.synchroniser = new Synchroniser({
      api,
      clock,
      read: () => this.current,
      write: (state) => {
        this.write(state);
      },
      onEvents: (events) => {
        for (const event of events) this.tellEvent(event);
      },
      onSynchronised: () => {
        if (this.greeted) this.setStatus('online');
      },
      onRefused: ({ code }) => {
        this.refuse(code === 'client_outdated' ? 'outdated' : 'signed-out');
      },
    });
    this.connection = new Connection(socket, clock, {
      onHello: ({ userId }) => {
        this.greeted = true;
        if (this.current !== null && this.current.me.id !== userId) this.replace(null);
        this.ephemerides.greet();
        this.door.greet();
        this.synchroniser.all();
      },
      onLost: () => {
        this.greeted = false;
        this.door.lose();
        if (this.currentStatus === 'online') this.setStatus('reconnecting');
      },
      onRefused: (code) => {
        this.refuse(code === 'client_outdated' ? 'outdated' : 'signed-out');
      },
    });
    socket.on('event', (event) => {
      this.receive(event);
    });
  }

  /** Null until the first snapshot. With what is held. */
  get state(): WorkspaceState | null {
    return this.shown;
  }

  /** Only what the server said. */
  get confirmed(): WorkspaceState | null {
    return this.current;
  }

  get ephemera(): Ephemera {
    return this.ephemerides.current;
  }

  get status(): ClientStatus {
    return this.currentStatus;
  }

  /** Called after every change of state, ephemera or status. Answers how to stop it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Called with every event that comes, after it was taken in; may be called more than once with one. */
  onEvent(listener: (event: StreamEvent) => void): () => void {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  }

  start(): void {
    this.setStatus('connecting');
    this.synchroniser.start();
    this.connection.start();
    // A first paint needn't wait for the socket; what happens between both is caught up after `hello`.
    if (this.current === null) this.synchroniser.all();
    this.pollLater();
  }

  stop(): void {
    this.greeted = false;
    this.connection.stop();
    this.synchroniser.stop();
    this.ephemerides.stop();
    this.door.stop();
    this.clock.clearTimeout(this.pollTimer);
  }

  /** The network came back or somebody looked: don't wait. */
  wake(): void {
    this.connection.wake();
    if (this.greeted) this.synchroniser.all();
  }

  /** Asks the server for whatever is missing here. */
  resynchronise(): void {
    this.synchroniser.all();
  }

  /** For answers of the API: pages, acknowledgements, new channels. */
  update(change: (state: WorkspaceState) => WorkspaceState): void {
    if (this.current === null) return;
    this.write(change(this.current));
    this.synchroniser.checkSoon();
  }

  /**
   * Shows a change of mine over whatever comes until it is released, which takes it back: say it with `update`
   * before, if the server has it. A later one with the same key takes its place.
   */
  hold(key: string, change: (state: WorkspaceState) => WorkspaceState): () => void {
    const held = { change };
    this.held.set(key, held);
    this.replace(this.current);
    this.notify();
    return () => {
      if (this.held.get(key) !== held) return;
      this.held.delete(key);
      this.replace(this.current);
      this.notify();
    };
  }

  /** Tells that I type in a channel, or in one of its threads; call it at most every 3 s. */
  type(channelId: string, active: boolean, threadId: string | null = null): void {
    this.ephemerides.type(channelId, active, threadId);
  }

  /** Whether somebody is at this device. */
  setActive(active: boolean): void {
    this.ephemerides.setActive(active);
  }

  /** Replaces the set of people whose presence is followed. */
  watchPresence(userIds: readonly string[]): void {
    this.ephemerides.watch(userIds);
  }

  /** Reads up to where the others of a conversation read; signs of it that come later are taken in by themselves. */
  async readReceipts(channelId: string): Promise<void> {
    const { receipts } = await this.api.call('listReceipts', { params: { id: channelId } });
    this.ephemerides.setReceipts(channelId, receipts);
  }

  presenceOf(userId: string): Presence | undefined {
    return this.ephemera.presence[userId];
  }

  private receive(event: StreamEvent): void {
    if (this.current === null) {
      this.waiting.push(event);
      return;
    }
    if (event.type === 'message.created') this.ephemerides.wrote(event.payload.message);
    const before = this.current;
    const known = before.streams;
    this.write(applyEvent(before, event));
    this.tellEvent(event);
    if (becameAnother(before, this.current)) this.synchroniser.snapshot();
    if (isMeeting(event.stream)) return;
    const position = this.current.streams[event.stream];
    if (position === undefined || isBehind(position) || event.stream.startsWith('user:')) this.synchroniser.checkSoon();
    // What was pushed between my joining and this socket's joining the room went past it.
    if (event.type === 'channel.joined') this.synchroniser.streams([`channel:${event.payload.summary.channel.id}`]);
    if (event.type === 'team.joined') this.synchroniser.streams([`team:${event.payload.summary.team.id}`]);
    if (event.stream.startsWith('user:')) {
      // Also by an event that had waited for this one.
      const joined = (Object.keys(this.current.streams) as StreamId[]).filter((stream) => known[stream] === undefined);
      if (joined.length > 0) this.synchroniser.streams(joined);
    }
  }

  private write(state: WorkspaceState): void {
    const waiting = this.waiting.splice(0);
    const next = waiting.reduce(applyEvent, state);
    if (next === this.current) return;
    this.replace(next);
    for (const event of waiting) this.tellEvent(event);
    this.notify();
  }

  private replace(state: WorkspaceState | null): void {
    this.current = state;
    this.shown = state === null ? null : [...this.held.values()].reduce((shown, { change }) => change(shown), state);
  }

  private refuse(status: 'outdated' | 'signed-out'): void {
    this.stop();
    this.setStatus(status);
  }

  private setStatus(status: ClientStatus): void {
    if (status === this.currentStatus) return;
    this.currentStatus = status;
    this.notify();
  }

  private pollLater(): void {
    this.clock.clearTimeout(this.pollTimer);
    this.pollTimer = this.clock.setTimeout(() => {
      if (this.greeted) this.synchroniser.all();
      this.pollLater();
    }, this.pollEvery * (0.75 + 0.5 * this.clock.random()));
  }

  private tellEvent(event: StreamEvent): void {
    for (const listener of this.eventListeners) listener(event);
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
