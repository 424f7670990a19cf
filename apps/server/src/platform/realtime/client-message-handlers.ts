import { Injectable } from '@nestjs/common';
import type { ClientMessage, ClientMessageResults, ClientMessageType } from '@parvis/contracts';
import type { Socket } from 'socket.io';
import type { Actor } from '../http/actor.ts';

export type ClientMessageHandler<T extends ClientMessageType> = (
  socket: Socket, actor: Actor, message: ClientMessage<T>,
) => ClientMessageResults[T] | Promise<ClientMessageResults[T]>;

/** What answers each message of a client. Modules register theirs in `onModuleInit`. */
@Injectable()
export class ClientMessageHandlers {
  private readonly handlers = new Map<ClientMessageType, ClientMessageHandler<ClientMessageType>>();

  register<T extends ClientMessageType>(type: T, handler: ClientMessageHandler<T>): void {
    if (this.handlers.has(type)) throw new Error(`${type} has a handler already`);
    this.handlers.set(type, handler as unknown as ClientMessageHandler<ClientMessageType>);
  }

  get entries(): [ClientMessageType, ClientMessageHandler<ClientMessageType>][] {
    return [...this.handlers];
  }
}
