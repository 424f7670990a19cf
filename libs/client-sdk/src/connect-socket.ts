import type { Acknowledgement, ClientMessage, ClientMessageResults, ClientMessageType, ServerMessages } from '@parvis/contracts';
import { PROTOCOL_VERSION } from '@parvis/contracts/protocol';
import { io, type Socket } from 'socket.io-client';

export interface SocketOptions {
  baseUrl: string;
  token?: string;
}

type Listeners = { [M in keyof ServerMessages]: (message: ServerMessages[M]) => void };
type Emitters = {
  [M in ClientMessageType]: (message: ClientMessage<M>, acknowledge: (answer: Acknowledgement<ClientMessageResults[M]>) => void) => void;
};
export type ParvisSocket = Socket<Listeners, Emitters>;

/**
 * An unconnected socket: `connect()` opens it. It doesn't reconnect by itself: `StreamClient` does,
 * since it must know why a connection ended.
 */
export function connectSocket({ baseUrl, token }: SocketOptions): ParvisSocket {
  const auth = { protocol: PROTOCOL_VERSION, ...(token === undefined ? {} : { token }) };
  const options = { transports: ['websocket'], auth, autoConnect: false, reconnection: false, forceNew: true, timeout: 10_000 };
  return baseUrl === '' ? io(options) : io(baseUrl, options);
}
