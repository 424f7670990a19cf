import type { ServerMessages } from '@parvis/contracts';
import type { ParvisSocket } from '../connect-socket.ts';
import { backoff, type Clock } from './clock.ts';

export interface ConnectionHandlers {
  /** The rooms are joined: from now on events arrive. */
  onHello: (hello: ServerMessages['hello']) => void;
  onLost: () => void;
  /** The server refuses us for good: another protocol, or no session. */
  onRefused: (code: 'client_outdated' | 'unauthenticated') => void;
}

/** Keeps one socket open: reconnects with growing, jittered pauses until it is stopped or refused. */
export class Connection {
  readonly socket: ParvisSocket;
  private readonly clock: Clock;
  private readonly handlers: ConnectionHandlers;
  private attempt = 0;
  private timer: unknown = null;
  private wanted = false;

  constructor(socket: ParvisSocket, clock: Clock, handlers: ConnectionHandlers) {
    this.socket = socket;
    this.clock = clock;
    this.handlers = handlers;
    socket.on('hello', (hello) => {
      this.attempt = 0;
      handlers.onHello(hello);
    });
    socket.on('disconnect', () => {
      handlers.onLost();
      this.retryLater();
    });
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      if (code === 'client_outdated' || code === 'unauthenticated') {
        this.stop();
        handlers.onRefused(code);
      } else {
        this.retryLater();
      }
    });
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.attempt = 0;
    this.socket.connect();
  }

  stop(): void {
    this.wanted = false;
    this.clock.clearTimeout(this.timer);
    this.timer = null;
    this.socket.disconnect();
  }

  /** The network came back or somebody looked: try now. What is being tried may wait for a network that is gone. */
  wake(): void {
    if (!this.wanted || this.socket.connected) return;
    this.stop();
    this.start();
  }

  private retryLater(): void {
    if (!this.wanted || this.timer !== null) return;
    this.timer = this.clock.setTimeout(() => {
      this.timer = null;
      this.socket.connect();
    }, backoff(this.attempt, this.clock));
    this.attempt += 1;
  }
}
