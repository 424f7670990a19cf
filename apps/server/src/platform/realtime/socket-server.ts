import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { PROTOCOL_VERSION, SOCKET_PATH } from '@parvis/contracts';
import { createAdapter } from '@socket.io/redis-adapter';
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { Config } from '../config/config.ts';
import { Metrics } from '../health/metrics.ts';
import { SessionAuthenticator, sessionCookieName } from '../http/session-authenticator.ts';
import { isOwnOrigin } from '../http/session.guard.ts';
import { Log } from '../log/log.ts';
import { SocketServerHolder } from '../streams/rooms.ts';
import { ClientMessages } from './client-messages.ts';
import { readCookie } from './cookie.ts';
import { sendFramesDirectly } from './direct-frames.ts';
import { Ephemera } from './ephemera.ts';
import { PresenceBoard } from './presence.ts';
import { RedisLink } from './redis-link.ts';
import { SocketDepartures } from './socket-departures.ts';
import { type SocketData, SocketRights } from './socket-rights.ts';

const MAX_MESSAGE_BYTES = 64 * 1024;
/** Whoever has not said who they are by then is closed. */
const HANDSHAKE_MS = 10_000;

/** Accepts sockets of signed-in people, puts them in the rooms of their streams and takes their messages. */
@Injectable()
export class SocketServer implements BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly holder: SocketServerHolder,
    private readonly sessions: SessionAuthenticator,
    private readonly rights: SocketRights,
    private readonly messages: ClientMessages,
    private readonly presence: PresenceBoard,
    private readonly ephemera: Ephemera,
    private readonly departures: SocketDepartures,
    private readonly redis: RedisLink,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /** `http`: where sockets come in; null in a process without any, which tells the others through Redis. */
  async attach(http: HttpServer | null): Promise<void> {
    const server = new Server({
      path: SOCKET_PATH,
      transports: ['websocket'],
      perMessageDeflate: false,
      serveClient: false,
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      connectTimeout: HANDSHAKE_MS,
      // CORS does not govern WebSockets: the Origin is checked here.
      allowRequest: (request, decide) => {
        decide(null, this.holder.server === server && isOwnOrigin(request.headers.origin, request.headers.host, this.config.publicUrl));
      },
    });
    if (this.config.redisUrl) server.adapter(createAdapter(...(await this.redis.connect(this.config.redisUrl, () => { this.resynchronise(); }))));
    server.use((socket, next) => {
      this.authenticate(socket).then((code) => { next(code === null ? undefined : refusal(code)); }, (error: unknown) => {
        this.log.error({ err: error }, 'socket could not be authenticated');
        next(refusal('unavailable'));
      });
    });
    server.on('connection', (socket) => {
      this.welcome(socket).catch((error: unknown) => {
        this.log.error({ err: error }, 'socket could not be welcomed');
        socket.disconnect(true);
      });
    });
    this.holder.server = server;
    if (http) server.attach(http);
    this.presence.start(this.config.redisUrl !== undefined);
  }

  /** Before the HTTP server closes, which would wait for these sockets. Those of other processes stay. */
  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this.holder;
    if (!server) return;
    this.ephemera.draining();
    server.local.disconnectSockets(true);
    this.presence.stop();
    this.holder.server = null;
    server.engine?.close();
    await this.redis.close();
  }

  /** What other processes told while Redis was away is lost here, evictions too: clients come back and catch up. */
  private resynchronise(): void {
    this.holder.server?.local.disconnectSockets(true);
  }

  /** Null when it may come in. */
  private async authenticate(socket: Socket): Promise<Refusal | null> {
    const handshake = (socket.handshake.auth ?? {}) as { protocol?: unknown; token?: unknown };
    if (handshake.protocol !== PROTOCOL_VERSION) return 'client_outdated';
    const cookie = readCookie(socket.handshake.headers.cookie, sessionCookieName(this.config.secureCookies));
    const token = typeof handshake.token === 'string' ? handshake.token : cookie;
    const actor = token ? await this.sessions.authenticate(token) : null;
    if (!token || !actor) return 'unauthenticated';
    socket.data = { actor, token } satisfies SocketData;
    return null;
  }

  private async welcome(socket: Socket): Promise<void> {
    const { actor } = socket.data as SocketData;
    sendFramesDirectly(socket);
    this.metrics.sockets.inc();
    socket.on('disconnect', () => {
      this.metrics.sockets.dec();
      this.presence.remove(actor.userId, socket.id);
      this.departures.left(socket);
    });
    this.messages.bind(socket, actor);
    if (!(await this.rights.grant(socket))) return;
    this.presence.set(actor.userId, socket.id, true);
    socket.emit('hello', { protocol: PROTOCOL_VERSION, userId: actor.userId, sessionId: actor.sessionId });
  }
}

/** The client gets it as `connect_error` with `data.code`. */
type Refusal = 'client_outdated' | 'unauthenticated' | 'unavailable';
const refusal = (code: Refusal): Error => Object.assign(new Error(code), { data: { code } });
