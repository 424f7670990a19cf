import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';

/** Tells modules of sockets that have gone. */
@Injectable()
export class SocketDepartures {
  private readonly listeners: ((socket: Socket) => void)[] = [];

  onLeave(listener: (socket: Socket) => void): void {
    this.listeners.push(listener);
  }

  left(socket: Socket): void {
    for (const listener of this.listeners) listener(socket);
  }
}
