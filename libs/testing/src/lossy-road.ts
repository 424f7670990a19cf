import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as passed } from 'node:timers/promises';

/** A way to a media host's UDP port that loses everything when told to: browsers are told this address. */
export class LossyRoad {
  readonly address: string;
  port = 0;
  private readonly target: string;
  private readonly door: Socket;
  /** By where a browser sends from: a socket of its own towards the host, which tells them apart by that. */
  private readonly ways = new Map<string, Socket>();
  private closed = false;
  private loses = false;

  private constructor(address: string, target: string) {
    this.address = address;
    this.target = target;
    this.door = createSocket('udp4');
    this.door.on('message', (packet, { address: from, port: fromPort }) => {
      if (!this.loses) this.wayOf(from, fromPort).send(packet, this.port, this.target);
    });
  }

  /** `address` is another one of this machine's than `target`; the host is to have the same port there. */
  static async open(address: string, target: string): Promise<LossyRoad> {
    const road = new LossyRoad(address, target);
    road.door.bind(0, address);
    await once(road.door, 'listening');
    road.port = road.door.address().port;
    return road;
  }

  async lose(milliseconds: number): Promise<void> {
    this.loses = true;
    await passed(milliseconds);
    this.loses = false;
  }

  /** Browsers come from elsewhere from now on, as after another network was joined: what went to where they were is lost. */
  changeAddresses(): void {
    for (const way of this.ways.values()) way.close();
    this.ways.clear();
  }

  close(): void {
    this.closed = true;
    this.door.close();
    for (const way of this.ways.values()) way.close();
  }

  private wayOf(address: string, port: number): Socket {
    const key = `${address}:${port}`;
    const known = this.ways.get(key);
    if (known !== undefined) return known;
    const way = createSocket('udp4');
    way.on('message', (packet) => {
      if (!this.loses && !this.closed) this.door.send(packet, port, address);
    });
    way.on('error', () => undefined);
    this.ways.set(key, way);
    return way;
  }
}
