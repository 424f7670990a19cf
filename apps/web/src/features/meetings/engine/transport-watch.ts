import type { Clock } from '@parvis/client-sdk';
import type { types } from 'mediasoup-client';

/** A short loss mends itself; then ICE is asked to look anew; then all is made anew. Milliseconds. */
const PATIENCE = 1_000;
const RESTART_TAKES = 3_000;
const FIRST_TAKES = 8_000;

export interface WatchedTransport {
  readonly connectionState: types.ConnectionState;
  on(event: 'connectionstatechange', listener: (state: types.ConnectionState) => void): unknown;
}

/** Watches one transport's way to the server, and says what is to be done when it breaks. */
export class TransportWatch {
  private readonly clock: Clock;
  private readonly transport: WatchedTransport;
  private readonly onRestart: () => void;
  private readonly onLost: () => void;
  private readonly onState: () => void;
  private timer: unknown = null;
  private restarted = false;
  private stopped = false;

  constructor(transport: WatchedTransport, clock: Clock, handlers: { onRestart: () => void; onLost: () => void; onState: () => void }) {
    this.transport = transport;
    this.clock = clock;
    this.onRestart = handlers.onRestart;
    this.onLost = handlers.onLost;
    this.onState = handlers.onState;
    transport.on('connectionstatechange', (state) => {
      this.take(state);
    });
  }

  /** Carries media, has none to carry yet, or was lost only a moment ago. */
  get isWell(): boolean {
    return !this.restarted && !['failed', 'closed'].includes(this.transport.connectionState);
  }

  get isConnected(): boolean {
    return this.transport.connectionState === 'connected';
  }

  /** Has something to carry, and no way for it so far. */
  get isConnecting(): boolean {
    return this.transport.connectionState === 'connecting';
  }

  /** The network changed, or nothing is known of it since a while: don't wait. */
  look(): void {
    const { connectionState } = this.transport;
    if (connectionState === 'disconnected' || connectionState === 'failed') this.restart();
  }

  stop(): void {
    this.stopped = true;
    this.clock.clearTimeout(this.timer);
  }

  private take(state: types.ConnectionState): void {
    if (this.stopped) return;
    if (state === 'connected') {
      this.clock.clearTimeout(this.timer);
      this.restarted = false;
    } else if (!this.restarted) {
      if (state === 'connecting') this.wait(FIRST_TAKES, this.onLost);
      else if (state === 'disconnected') this.wait(PATIENCE, () => {
        this.restart();
      });
      else if (state === 'failed') this.restart();
    }
    this.onState();
  }

  private restart(): void {
    if (this.restarted || this.stopped) return;
    this.restarted = true;
    this.wait(RESTART_TAKES, this.onLost);
    this.onRestart();
    this.onState();
  }

  private wait(milliseconds: number, then: () => void): void {
    this.clock.clearTimeout(this.timer);
    this.timer = this.clock.setTimeout(then, milliseconds);
  }
}
