import { SFU_PROTOCOL_VERSION, type SfuEvent, type SfuStatus } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import { randomUUID } from 'node:crypto';
import type { Logger } from './log/log.ts';
import { Recordings, type RecordingsOptions } from './recording/recordings.ts';
import type { Speaker } from './rooms/peer.ts';
import { Rooms } from './rooms/rooms.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

export interface MediaHostOptions {
  readonly pool: WorkerPool;
  /** Consumers that a worker takes before a room spreads. */
  readonly workerConsumers: number;
  /** Where other hosts' pipes come in. */
  readonly pipes: types.TransportListenInfo;
  readonly recordings: RecordingsOptions;
  readonly log: Logger;
}

/** What the calls act on. */
export class MediaHost {
  readonly instanceId = randomUUID();
  readonly rooms: Rooms;
  readonly recordings: Recordings;
  readonly pool: WorkerPool;
  readonly workerConsumers: number;
  readonly pipes: types.TransportListenInfo;
  /** Whether there is a GStreamer, which records. */
  records = false;
  /** The servers that are connected. */
  readonly connections = new Set<Speaker>();
  /** It was asked to end once its rooms have moved. */
  onDrain: () => void = () => undefined;
  private lastStatus = '';

  constructor({ pool, workerConsumers, pipes, recordings, log }: MediaHostOptions) {
    this.pool = pool;
    this.workerConsumers = workerConsumers;
    this.pipes = pipes;
    this.rooms = new Rooms(pool, (event) => this.tellAll(event));
    this.recordings = new Recordings(recordings, (event) => this.tellAll(event), log);
    pool.onLost = (worker) => this.rooms.lose(worker);
    pool.onChange = () => this.tellStatus();
  }

  /** It sends as much as it is to. */
  get isFull(): boolean {
    return this.pool.load >= this.pool.size * this.workerConsumers;
  }

  status(): SfuStatus {
    const { pool, rooms } = this;
    return {
      protocol: SFU_PROTOCOL_VERSION, instanceId: this.instanceId, state: pool.state === 'ready' && rooms.draining ? 'draining' : pool.state,
      detail: pool.detail, workers: pool.size, rooms: rooms.count, consumers: pool.load, full: this.isFull, records: this.records,
    };
  }

  tellAll(event: SfuEvent): void {
    const frame = JSON.stringify({ event });
    for (const connection of this.connections) connection.tell(frame);
  }

  /** To all, when there is something new in it. */
  tellStatus(): void {
    const status = this.status();
    const text = JSON.stringify(status);
    if (text === this.lastStatus) return;
    this.lastStatus = text;
    this.tellAll({ type: 'status', status });
  }
}
