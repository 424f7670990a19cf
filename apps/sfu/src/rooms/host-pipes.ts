import type { PipeEnd } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import { HostPipe } from './host-pipe.ts';
import type { Room } from './room.ts';
import { SfuError } from './sfu-error.ts';

/** A room's pipes to and from other hosts, by the run of the other host. They end with the room's home router. */
export class HostPipes {
  private readonly room: Room;
  private readonly pipes = new Map<string, Promise<HostPipe>>();

  constructor(room: Room) {
    this.room = room;
  }

  /** The one there is, else a new one. */
  async open(instance: string, listenInfo: types.TransportListenInfo): Promise<HostPipe> {
    const known = this.pipes.get(instance);
    if (known) return known;
    const made = HostPipe.create(this.room, listenInfo);
    this.pipes.set(instance, made);
    // A failure is not kept: the next one tries again.
    made.catch(() => this.pipes.delete(instance));
    return made;
  }

  /** The one that leads to this end; one that led to another end is of before. */
  async answer(instance: string, offer: PipeEnd, listenInfo: types.TransportListenInfo): Promise<HostPipe> {
    const known = await this.pipes.get(instance);
    if (known && known.other !== null && known.other !== offer.id) this.close(instance);
    const pipe = await this.open(instance, listenInfo);
    await pipe.connect(offer);
    return pipe;
  }

  /** @throws SfuError not_found. */
  async require(instance: string): Promise<HostPipe> {
    const pipe = await this.pipes.get(instance);
    if (!pipe) throw new SfuError('not_found', 'no pipe to that host');
    return pipe;
  }

  close(instance: string): void {
    const pipe = this.pipes.get(instance);
    this.pipes.delete(instance);
    pipe?.then(({ transport }) => transport.close(), () => undefined);
  }

  /** Those to hosts at which nobody of the room receives end. */
  keepOnly(instances: ReadonlySet<string>): void {
    for (const instance of [...this.pipes.keys()]) if (!instances.has(instance)) this.close(instance);
  }
}
