import {
  type EventFrame, type HostFrame, SFU_PATH, SFU_PROTOCOL_VERSION, type SfuEvent, type SfuMethod, type SfuParams, type SfuResults, type SfuStatus,
} from '@parvis/sfu-protocol';
import { WebSocket } from 'ws';
import { MediaHostError } from './media-host-error.ts';

const CALL_MS = 10_000;
/** Its load is asked for so often; one that doesn't answer is connected to anew. */
const HEARTBEAT_MS = 5_000;
const RETRY_MS = { first: 200, most: 5_000 };
/** A room's answer names all of its tracks. */
const MAX_FRAME_BYTES = 16 * 1024 * 1024;

export interface SfuListener {
  /** It can be called now, or anew: with the same `instanceId` as before, all rooms are still there. */
  connected(status: SfuStatus): void;
  disconnected(reason: string): void;
  event(event: SfuEvent): void;
}

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/** One media host, as this process is connected to it: calls go out, events come in, and a lost connection comes back by itself. */
export class SfuConnection {
  /** Null while it cannot be called. */
  status: SfuStatus | null = null;
  private line: WebSocket | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private retryMs = RETRY_MS.first;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    readonly url: string,
    private readonly secret: string,
    private readonly listener: SfuListener,
  ) {}

  open(): void {
    const line = new WebSocket(`${this.url.replace(/^http/, 'ws')}${SFU_PATH}`, {
      headers: { authorization: `Bearer ${this.secret}` }, handshakeTimeout: CALL_MS, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false,
    });
    this.line = line;
    let failure = 'connection closed';
    line.on('open', () => { void this.greet(line); });
    line.on('message', (data: Buffer) => { this.receive(data); });
    line.on('error', (error) => { failure = error.message; });
    line.on('close', () => { this.lost(line, failure); });
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.line?.terminate();
  }

  /** @throws MediaHostError */
  call<M extends SfuMethod>(method: M, params: SfuParams<M>, patienceMs = CALL_MS): Promise<SfuResults[M]> {
    const { line } = this;
    if (line?.readyState !== WebSocket.OPEN) return Promise.reject(new MediaHostError('unreachable', 'the media server cannot be reached'));
    const id = this.nextId++;
    return new Promise<SfuResults[M]>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new MediaHostError('unreachable', 'the media server does not answer'));
      }, patienceMs);
      this.waiting.set(id, { resolve, reject, timer });
      line.send(JSON.stringify({ id, method, params }));
    });
  }

  private async greet(line: WebSocket): Promise<void> {
    try {
      const status = await this.call('getStatus', {});
      if (status.protocol !== SFU_PROTOCOL_VERSION) throw new Error(`the media server speaks protocol ${status.protocol}, not ${SFU_PROTOCOL_VERSION}`);
      this.retryMs = RETRY_MS.first;
      this.status = status;
      this.listener.connected(status);
      this.beat(line);
    } catch (error) {
      line.close(1000, (error as Error).message.slice(0, 100));
    }
  }

  private beat(line: WebSocket): void {
    this.timer = setTimeout(() => {
      this.call('getStatus', {}).then((status) => {
        this.status = status;
        if (this.line === line && !this.closed) this.beat(line);
      }, () => { line.terminate(); });
    }, HEARTBEAT_MS).unref();
  }

  private receive(data: Buffer): void {
    const frame = JSON.parse(data.toString()) as HostFrame;
    if ('event' in frame) {
      this.tell(frame);
      return;
    }
    const waiting = this.waiting.get(frame.id);
    if (!waiting) return;
    this.waiting.delete(frame.id);
    clearTimeout(waiting.timer);
    if ('error' in frame) waiting.reject(new MediaHostError(frame.error.code, frame.error.message));
    else waiting.resolve(frame.result as never);
  }

  private tell({ event }: EventFrame): void {
    if (event.type === 'status') this.status = event.status;
    this.listener.event(event);
  }

  private lost(line: WebSocket, reason: string): void {
    if (this.line !== line) return;
    clearTimeout(this.timer);
    this.line = null;
    const wasConnected = this.status !== null;
    this.status = null;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(new MediaHostError('unreachable', 'the connection to the media server broke'));
    }
    this.waiting.clear();
    if (this.closed) return;
    if (wasConnected || this.retryMs === RETRY_MS.first) this.listener.disconnected(reason);
    this.timer = setTimeout(() => { this.open(); }, this.retryMs * (0.75 + Math.random() / 2)).unref();
    this.retryMs = Math.min(this.retryMs * 2, RETRY_MS.most);
  }
}
