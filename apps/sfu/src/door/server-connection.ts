import { requestFrameSchema, SFU_METHODS, type AnswerFrame, type SfuMethod } from '@parvis/sfu-protocol';
import type { RawData, WebSocket } from 'ws';
import { CALLS } from '../calls/call-table.ts';
import type { Logger } from '../log/log.ts';
import type { MediaHost } from '../media-host.ts';
import type { Speaker } from '../rooms/peer.ts';
import { SfuError } from '../rooms/sfu-error.ts';

/** Calls under way before no more is read, and before reading goes on. */
const IN_FLIGHT = { most: 512, fewer: 256 };
/** Bytes that wait to be written: above the first, what a newer event will replace is left out; above the second, the server is given up. */
const UNWRITTEN = { expendable: 4 * 1024 ** 2, most: 64 * 1024 ** 2 };
/** A policy was broken (RFC 6455, 7.4.1). */
const REFUSED = 1008;

/** A server's connection: its calls, and what it is told. */
export class ServerConnection implements Speaker {
  private readonly socket: WebSocket;
  private readonly host: MediaHost;
  private readonly log: Logger;
  private inFlight = 0;

  constructor(socket: WebSocket, host: MediaHost, log: Logger) {
    this.socket = socket;
    this.host = host;
    this.log = log;
    socket.on('message', (data, isBinary) => this.receive(data, isBinary));
  }

  tell(frame: string, expendable = false): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (expendable && this.socket.bufferedAmount > UNWRITTEN.expendable) return;
    if (this.socket.bufferedAmount > UNWRITTEN.most) return this.socket.terminate();
    this.socket.send(frame);
  }

  end(): void {
    this.socket.terminate();
  }

  /** What is no request at all comes from something that is no server of ours: there is nothing to answer to. */
  private receive(data: RawData, isBinary: boolean): void {
    const frame = isBinary ? undefined : parse(String(data));
    if (!frame) return this.socket.close(REFUSED, 'not a request');
    if (++this.inFlight >= IN_FLIGHT.most) this.socket.pause();
    void this.answer(frame.id, frame.method, frame.params).then((answer) => {
      this.tell(JSON.stringify(answer));
      if (--this.inFlight === IN_FLIGHT.fewer && this.socket.isPaused) this.socket.resume();
    });
  }

  private async answer(id: number, method: string, params: unknown): Promise<AnswerFrame> {
    try {
      if (!isMethod(method)) throw new SfuError('unknown_method', 'unknown method');
      return { id, result: await this.call(method, params) };
    } catch (error) {
      if (error instanceof SfuError) return { id, error: { code: error.code, message: error.message } };
      this.log.error({ err: error, method }, 'call failed');
      return { id, error: { code: 'internal', message: 'the call failed' } };
    }
  }

  private call<M extends SfuMethod>(method: M, params: unknown): unknown {
    const parsed = SFU_METHODS[method].safeParse(params);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new SfuError('invalid_request', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
    }
    return CALLS[method](this.host, parsed.data as Parameters<(typeof CALLS)[M]>[1], this);
  }
}

const isMethod = (name: string): name is SfuMethod => Object.hasOwn(SFU_METHODS, name);

function parse(text: string): { id: number; method: string; params?: unknown } | undefined {
  try {
    return requestFrameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
