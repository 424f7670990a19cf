import type { Clock, SocketDoor } from '@parvis/client-sdk';
import type { ClientMessage, ClientMessageResults, ClientMessageType } from '@parvis/contracts';

/** The server takes 20 messages a second from a socket; others than a meeting's go there too. */
const PER_SECOND = 14;

/** Asks no faster than the server listens: what comes at once waits in line. */
export class PacedDoor {
  private readonly door: SocketDoor;
  private readonly clock: Clock;
  private next = 0;

  constructor(door: SocketDoor, clock: Clock) {
    this.door = door;
    this.clock = clock;
  }

  async ask<T extends ClientMessageType>(type: T, message: ClientMessage<T>): Promise<ClientMessageResults[T]> {
    const now = this.clock.now();
    // A burst of as many as go in a second, then one after the other.
    this.next = Math.max(this.next, now - 1_000) + 1_000 / PER_SECOND;
    const wait = this.next - now;
    if (wait > 0) await new Promise<void>((resolve) => this.clock.setTimeout(resolve, wait));
    return this.door.ask(type, message);
  }
}
