import type { SfuEvent } from '@parvis/sfu-protocol';
import type { MediaWorker } from '../workers/media-worker.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { createTurns } from './in-turn.ts';
import { HOST_LIMITS } from './limits.ts';
import type { Peer } from './peer.ts';
import { createObservers } from './room-ear.ts';
import { createSite, Room } from './room.ts';
import { SfuError } from './sfu-error.ts';

/** The rooms of this host. */
export class Rooms {
  draining = false;
  private readonly rooms = new Map<string, Room>();
  private readonly pool: WorkerPool;
  private readonly tellAll: (event: SfuEvent) => void;
  private readonly opening = createTurns();

  constructor(pool: WorkerPool, tellAll: (event: SfuEvent) => void) {
    this.pool = pool;
    this.tellAll = tellAll;
  }

  get count(): number {
    return this.rooms.size;
  }

  all(): Room[] {
    return [...this.rooms.values()];
  }

  /** @throws SfuError not_found, stale_epoch. A higher epoch than the room's is of a room that is not here yet. */
  require(id: string, epoch: number): Room {
    const room = this.rooms.get(id);
    if (room && epoch < room.epoch) throw new SfuError('stale_epoch', `the room is at epoch ${room.epoch}`);
    if (!room || epoch > room.epoch) throw new SfuError('not_found', 'no such room');
    return room;
  }

  requirePeer(params: { roomId: string; epoch: number; peerId: string }): Peer {
    const peer = this.require(params.roomId, params.epoch).peers.get(params.peerId);
    if (!peer) throw new SfuError('not_found', 'no such peer');
    return peer;
  }

  /** The room, made when it isn't there, made anew for a higher epoch. */
  async open(id: string, epoch: number): Promise<Room> {
    const room = this.rooms.get(id);
    if (room && room.epoch >= epoch) return this.require(id, epoch);
    return this.opening(() => this.make(id, epoch));
  }

  close(id: string): void {
    const room = this.rooms.get(id);
    if (!room) return;
    this.rooms.delete(id);
    for (const peer of room.peers.values()) this.tellAnnex(peer);
    room.close();
  }

  /** Its transports, producers and consumers are gone with it; so is the room once nobody is left. */
  remove(peer: Peer): void {
    const { room } = peer;
    peer.closed = true;
    room.peers.delete(peer.id);
    for (const { transport } of peer.transports.values()) transport.close();
    this.tellAnnex(peer);
    if (room.peers.size === 0 && this.rooms.get(room.id) === room) this.close(room.id);
  }

  /** What the worker carried is lost as a whole: a room that keeps half of its routes would be silent for some. */
  lose(worker: MediaWorker): void {
    for (const room of this.all().filter((candidate) => candidate.isOn(worker))) {
      this.rooms.delete(room.id);
      room.tell({ type: 'moved', reason: 'lost' });
      room.close(true);
      this.tellAll({ type: 'room_lost', roomId: room.id, epoch: room.epoch });
    }
  }

  private tellAnnex({ id: peerId, receivesAt, room }: Peer): void {
    if (!receivesAt) return;
    this.tellAll({ type: 'receiver_left', roomId: room.id, epoch: room.epoch, peerId, at: receivesAt });
    room.dropIdlePipes();
  }

  private async make(id: string, epoch: number): Promise<Room> {
    const before = this.rooms.get(id);
    if (before && before.epoch >= epoch) return this.require(id, epoch);
    if (!before && this.draining) throw new SfuError('draining');
    if (this.rooms.size >= HOST_LIMITS.rooms) throw new SfuError('too_many', 'this host holds as many rooms as it may');
    const home = await createSite(await this.pool.pick());
    const room = new Room(id, epoch, home, await createObservers(home.router));
    before?.tell({ type: 'moved', reason: 'lost' });
    before?.close(true);
    this.rooms.set(id, room);
    return room;
  }
}
