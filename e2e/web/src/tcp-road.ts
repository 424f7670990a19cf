import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';

/** A way to a media host's TCP port from another address of this machine: over UDP nothing comes there, as behind a strict firewall. */
export class TcpRoad {
  /** Connections that came so far. */
  taken = 0;
  private readonly door: Server;
  private readonly open = new Set<Socket>();

  private constructor(target: string, port: number) {
    this.door = createServer((from) => {
      this.taken += 1;
      const to = connect(port, target);
      for (const [one, other] of [[from, to], [to, from]] as const) {
        this.open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
  }

  static async open(address: string, target: string, port: number): Promise<TcpRoad> {
    const road = new TcpRoad(target, port);
    road.door.listen(port, address);
    await once(road.door, 'listening');
    return road;
  }

  close(): void {
    for (const socket of this.open) socket.destroy();
    this.door.close();
  }
}
