import type { MediaEvent } from '@parvis/contracts';
import type { EventFrame, HostFrame, SfuEvent, SfuMethod, SfuParams, SfuResults } from '@parvis/sfu-protocol';
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** As a server of ours speaks to a media host. */
export class TestServer {
  readonly events: SfuEvent[] = [];
  readonly socket: WebSocket;
  private readonly answers = new Map<number, (frame: HostFrame) => void>();
  private watchers: (() => void)[] = [];
  private lastId = 0;

  constructor(url: string, secret: string) {
    this.socket = new WebSocket(url, { headers: { authorization: `Bearer ${secret}` } });
    this.socket.on('message', (data) => this.receive(JSON.parse(String(data)) as HostFrame));
    this.socket.on('error', () => undefined);
  }

  async opened(): Promise<this> {
    await once(this.socket, 'open');
    return this;
  }

  /** @throws the code that it is refused with. */
  async call<M extends SfuMethod>(method: M, params: SfuParams<M>): Promise<SfuResults[M]> {
    return (await this.callRaw(method, params)) as SfuResults[M];
  }

  async callRaw(method: string, params: unknown): Promise<unknown> {
    const id = ++this.lastId;
    const answered = new Promise<HostFrame>((resolve) => this.answers.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    const frame = await answered;
    if ('error' in frame) throw new Error(frame.error.code);
    return 'result' in frame ? frame.result : undefined;
  }

  /** The first event so far, or to come, that fits. */
  async event<T extends SfuEvent>(fits: (event: SfuEvent) => event is T): Promise<T>;
  async event(fits: (event: SfuEvent) => boolean): Promise<SfuEvent>;
  async event(fits: (event: SfuEvent) => boolean): Promise<SfuEvent> {
    for (;;) {
      const found = this.events.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.watchers.push(resolve));
    }
  }

  /** What the peer was told, in order, of a server that has to do with one room only. */
  toldTo(peerId: string): MediaEvent[] {
    return this.events.flatMap((event) => (event.type === 'room' || (event.type === 'peer' && event.peerId === peerId) ? [event.event] : []));
  }

  private receive(frame: HostFrame): void {
    if ('id' in frame) return void this.answers.get(frame.id)?.(frame);
    this.events.push((frame as EventFrame).event);
    for (const watcher of this.watchers.splice(0)) watcher();
  }
}
