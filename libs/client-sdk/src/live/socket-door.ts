import type { Acknowledgement, ClientMessage, ClientMessageResults, ClientMessageType, DocumentServerMessages, ErrorCode, ServerMessages } from '@parvis/contracts';
import { ApiProblem, NetworkFailure } from '../api-problem.ts';
import type { ParvisSocket } from '../connect-socket.ts';
import type { Clock } from './clock.ts';

/** Milliseconds until a message that nobody answered counts as lost. */
const PATIENCE = 10_000;

/** Messages over a workspace's socket that await an answer, and those that come by themselves. */
export class SocketDoor {
  private readonly socket: ParvisSocket;
  private readonly clock: Clock;
  private readonly greeters = new Set<() => void>();
  private readonly losers = new Set<() => void>();
  private readonly stoppers = new Set<() => void>();
  private greeted = false;

  constructor(socket: ParvisSocket, clock: Clock) {
    this.socket = socket;
    this.clock = clock;
  }

  /** The server said hello on the connection that is open now. */
  get isOpen(): boolean {
    return this.greeted;
  }

  /** Rejects with `ApiProblem` (status 0) when it was refused, with `NetworkFailure` when no answer came: it may have been done. */
  ask<T extends ClientMessageType>(type: T, message: ClientMessage<T>): Promise<ClientMessageResults[T]> {
    if (!this.greeted) return Promise.reject(new NetworkFailure(`${type}: there is no connection`));
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        this.clock.clearTimeout(timer);
        stopWaiting();
        finish();
      };
      const fail = () => {
        settle(() => {
          reject(new NetworkFailure(`${type}: no answer`));
        });
      };
      const timer = this.clock.setTimeout(fail, PATIENCE);
      const stopWaiting = this.onLost(fail);
      const emit = this.socket.emit.bind(this.socket) as (type: ClientMessageType, message: unknown, answer: (answer: Acknowledgement<ClientMessageResults[T]>) => void) => void;
      emit(type, message, (answer) => {
        settle(() => {
          if (answer.ok) resolve(answer.result);
          else reject(new ApiProblem({ code: answer.code as ErrorCode, status: 0, ...(answer.detail !== undefined && { detail: answer.detail }) }));
        });
      });
    });
  }

  /** Messages of one kind, until the answer is called. */
  on<M extends 'meeting_media' | 'meeting_reaction' | keyof DocumentServerMessages>(type: M, listener: (message: ServerMessages[M]) => void): () => void {
    const socket = this.socket as { on(type: string, listener: unknown): unknown; off(type: string, listener: unknown): unknown };
    socket.on(type, listener);
    return () => {
      socket.off(type, listener);
    };
  }

  /** On every new connection: it knows nothing of what was asked on the one before. */
  onHello(listener: () => void): () => void {
    this.greeters.add(listener);
    return () => this.greeters.delete(listener);
  }

  onLost(listener: () => void): () => void {
    this.losers.add(listener);
    return () => this.losers.delete(listener);
  }

  /** The workspace is closed for good: signed out, or another person's. */
  onStop(listener: () => void): () => void {
    this.stoppers.add(listener);
    return () => this.stoppers.delete(listener);
  }

  greet(): void {
    this.greeted = true;
    for (const listener of [...this.greeters]) listener();
  }

  lose(): void {
    this.greeted = false;
    for (const listener of [...this.losers]) listener();
  }

  stop(): void {
    this.lose();
    for (const listener of [...this.stoppers]) listener();
  }
}
