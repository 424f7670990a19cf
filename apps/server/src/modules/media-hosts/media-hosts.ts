import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { RouteOutput } from '@parvis/contracts';
import { RECORDINGS_PATH, type SfuEvent, type SfuMethod, type SfuParams, type SfuResults, type SfuStatus } from '@parvis/sfu-protocol';
import { Config } from '../../platform/config/config.ts';
import { Log } from '../../platform/log/log.ts';
import { MediaHostError } from './media-host-error.ts';
import { SfuConnection } from './sfu-connection.ts';
import { sharedSecret } from './sfu-secret.ts';

/** So long a media host that is away is expected back, before what it carried goes to another. */
const COMES_BACK_MS = 5_000;

/** A run of a media host. */
export interface MediaHost {
  url: string;
  instance: string;
}

export interface MediaHostListener {
  /** `again`: it is the same run as before, with all of its rooms. */
  connected?(host: MediaHost, again: boolean): void;
  event?(host: MediaHost, event: SfuEvent): void;
  /** It is away for longer than a moment. */
  away?(host: MediaHost): void;
}

/** All media hosts, each connected to by each server process. */
@Injectable()
export class MediaHosts implements OnModuleInit, OnApplicationShutdown {
  private readonly connections = new Map<string, SfuConnection>();
  private readonly instances = new Map<string, string>();
  private readonly lostAt = new Map<string, number>();
  private readonly listeners: MediaHostListener[] = [];
  private secret = '';

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.sfuUrls.length === 0) return;
    const secret = this.config.sfuSecret ?? (await sharedSecret(this.config.dataDirectory));
    this.secret = secret;
    for (const url of this.config.sfuUrls) {
      const connection = new SfuConnection(url, secret, {
        connected: (status) => { this.connected(url, status); },
        disconnected: (reason) => {
          this.log.warn({ url, reason }, 'media server cannot be reached');
          this.disconnected(url);
        },
        event: (event) => { this.tell(url, event); },
      });
      this.connections.set(url, connection);
      connection.open();
    }
  }

  onApplicationShutdown(): void {
    for (const connection of this.connections.values()) connection.close();
  }

  listen(listener: MediaHostListener): void {
    this.listeners.push(listener);
  }

  /** Of this host as it is now; null while it cannot be reached, or when it is no host of ours. */
  statusOf(url: string): SfuStatus | null {
    return this.connections.get(url)?.status ?? null;
  }

  /** Whether it runs still, as far as is known. */
  isThere({ url, instance }: MediaHost): boolean {
    return this.statusOf(url)?.instanceId === instance;
  }

  /** Whether the same run may only be out of reach for a moment. */
  mayComeBack({ url, instance }: MediaHost): boolean {
    const lostAt = this.lostAt.get(url);
    return this.instances.get(url) === instance && lostAt !== undefined && Date.now() - lostAt < COMES_BACK_MS;
  }

  /**
   * Where a new room goes: to the host that does least. Null when there is none.
   * @throws MediaHostError when none takes rooms now
   */
  choose(): MediaHost {
    const all = [...this.connections].flatMap(([url, { status }]) => (status ? [{ url, status }] : []));
    const [best] = all.filter(({ status }) => status.state === 'ready').sort((a, b) => loadOf(a.status) - loadOf(b.status));
    if (best) return { url: best.url, instance: best.status.instanceId };
    if (all.some(({ status }) => status.state === 'preparing')) throw new MediaHostError('not_ready', 'the media server is being prepared');
    throw new MediaHostError('unreachable', 'no media server takes meetings now');
  }

  /** Another host that has room for somebody of a meeting that is at `home`: rather one of `preferred`. Null when there is none. */
  relief(home: MediaHost, preferred: readonly MediaHost[]): MediaHost | null {
    const others = [...this.connections].flatMap(([url, { status }]) => (status?.state === 'ready' && !status.full && url !== home.url ? [{ url, status }] : []));
    const rank = ({ status }: { status: SfuStatus }) => (preferred.some(({ instance }) => instance === status.instanceId) ? 0 : 1);
    const [best] = others.sort((a, b) => rank(a) - rank(b) || loadOf(a.status) - loadOf(b.status));
    return best ? { url: best.url, instance: best.status.instanceId } : null;
  }

  /** Whether this run is there, and isn't about to stop. */
  isFit(host: MediaHost): boolean {
    return this.isThere(host) && this.statusOf(host.url)?.state !== 'draining';
  }

  /** Where a run is; null when it isn't any more. */
  urlOf(instance: string): string | null {
    return [...this.connections].find(([, { status }]) => status?.instanceId === instance)?.[0] ?? null;
  }

  get service(): Pick<RouteOutput<'getMeetingService'>, 'state' | 'detail'> {
    const known = [...this.connections.values()].flatMap(({ status }) => status ?? []);
    const state = known.some((status) => status.state === 'ready') ? 'ready' : known.some((status) => status.state === 'preparing') ? 'preparing' : 'unavailable';
    return { state, detail: state === 'ready' ? null : (known.find(({ detail }) => detail !== null)?.detail ?? null) };
  }

  /** Whether a meeting can be recorded wherever it is. */
  get allRecord(): boolean {
    return [...this.connections.values()].every(({ status }) => status === null || status.state !== 'ready' || status.records);
  }

  /** @throws MediaHostError */
  call<M extends SfuMethod>(url: string, method: M, params: SfuParams<M>, patienceMs?: number): Promise<SfuResults[M]> {
    const connection = this.connections.get(url);
    if (!connection) return Promise.reject(new MediaHostError('unreachable', 'there is no such media server'));
    return connection.call(method, params, patienceMs);
  }

  /** The same for what is right without an answer: a host that is away has forgotten it, or will. */
  tellHost<M extends SfuMethod>(url: string, method: M, params: SfuParams<M>): void {
    this.call(url, method, params).catch((error: unknown) => {
      if (!(error instanceof MediaHostError && error.hostCode === 'not_found')) this.log.warn({ err: error, url, method }, 'media server did not take a call');
    });
  }

  /** The bytes of a recorded track, whatever the host answers. @throws when it can't be reached */
  recordedTrack(url: string, recordingId: string, file: string, signal: AbortSignal): Promise<Response> {
    // Only ours are told the secret.
    if (!this.connections.has(url)) return Promise.reject(new MediaHostError('unreachable', 'there is no such media server'));
    return fetch(`${url}${RECORDINGS_PATH}/${recordingId}/${file}`, { headers: { authorization: `Bearer ${this.secret}` }, signal, redirect: 'error' });
  }

  private connected(url: string, status: SfuStatus): void {
    const again = this.instances.get(url) === status.instanceId;
    this.instances.set(url, status.instanceId);
    this.lostAt.delete(url);
    this.log.info({ url, state: status.state }, 'media server connected');
    for (const listener of this.listeners) listener.connected?.({ url, instance: status.instanceId }, again);
  }

  private disconnected(url: string): void {
    const at = Date.now();
    this.lostAt.set(url, at);
    const instance = this.instances.get(url);
    if (instance === undefined) return;
    setTimeout(() => {
      if (this.lostAt.get(url) === at) for (const listener of this.listeners) listener.away?.({ url, instance });
    }, COMES_BACK_MS).unref();
  }

  private tell(url: string, event: SfuEvent): void {
    const instance = this.instances.get(url);
    if (instance === undefined) return;
    for (const listener of this.listeners) listener.event?.({ url, instance }, event);
  }
}

const loadOf = ({ consumers, rooms, workers }: SfuStatus): number => (consumers + rooms) / Math.max(1, workers);
