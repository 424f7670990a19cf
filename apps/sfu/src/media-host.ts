import { SFU_PROTOCOL_VERSION, type SfuEvent, type SfuStatus } from '@parvis/sfu-protocol';
import { randomUUID } from 'node:crypto';
import type { Speaker } from './rooms/peer.ts';
import { Rooms } from './rooms/rooms.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** What the calls act on. */
export class MediaHost {
  readonly instanceId = randomUUID();
  readonly rooms: Rooms;
  readonly pool: WorkerPool;
  /** Consumers that a worker takes before a room spreads. */
  readonly workerConsumers: number;
  /** The servers that are connected. */
  readonly connections = new Set<Speaker>();
  /** It was asked to end once its rooms have moved. */
  onDrain: () => void = () => undefined;
  private lastStatus = '';

  constructor(pool: WorkerPool, workerConsumers: number) {
    this.pool = pool;
    this.workerConsumers = workerConsumers;
    this.rooms = new Rooms(pool, (event) => this.tellAll(event));
    pool.onLost = (worker) => this.rooms.lose(worker);
    pool.onChange = () => this.tellStatus();
  }

  status(): SfuStatus {
    const { pool, rooms } = this;
    return {
      protocol: SFU_PROTOCOL_VERSION, instanceId: this.instanceId, state: pool.state === 'ready' && rooms.draining ? 'draining' : pool.state,
      detail: pool.detail, workers: pool.size, rooms: rooms.count, consumers: pool.load, records: false,
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
