import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PROTOCOL_VERSION, SOCKET_PATH, streamId } from '@parvis/contracts';
import { createAdapter } from '@socket.io/redis-adapter';
import type { Server as HttpServer } from 'node:http';
import { createClient, type RedisClientType } from 'redis';
import { Server, type Socket } from 'socket.io';
import { Config } from '../config/config.ts';
import { Metrics } from '../health/metrics.ts';
import type { Actor } from '../http/actor.ts';
import { SessionAuthenticator, sessionCookieName } from '../http/session-authenticator.ts';
import { isOwnOrigin } from '../http/session.guard.ts';
import { Log } from '../log/log.ts';
import { sessionRoom, SocketServerHolder } from '../streams/rooms.ts';
import { ClientMessages } from './client-messages.ts';
import { readCookie } from './cookie.ts';
import { Ephemera } from './ephemera.ts';
import { FollowedStreams } from './followed-streams.ts';
import { PresenceBoard } from './presence.ts';

const MAX_MESSAGE_BYTES = 64 * 1024;

/** Accepts sockets of signed-in people, puts them in the rooms of their streams and takes their messages. */
@Injectable()
export class SocketServer implements OnApplicationShutdown {
  private redis: RedisClientType[] = [];

  constructor(
    private readonly config: Config,
    private readonly holder: SocketServerHolder,
    private readonly sessions: SessionAuthenticator,
    private readonly followed: FollowedStreams,
    private readonly messages: ClientMessages,
    private readonly presence: PresenceBoard,
    private readonly ephemera: Ephemera,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  async attach(http: HttpServer): Promise<void> {
    const server = new Server(http, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      perMessageDeflate: false,
      serveClient: false,
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      // CORS does not govern WebSockets: the Origin is checked here.
      allowRequest: (request, decide) => {
        decide(null, isOwnOrigin(request.headers.origin, request.headers.host, this.config.publicUrl));
      },
    });
    if (this.config.redisUrl) server.adapter(createAdapter(...(await this.connectRedis(this.config.redisUrl))));
    server.use((socket, next) => {
      this.authenticate(socket).then(() => { next(); }, (error: unknown) => { next(error as Error); });
    });
    server.on('connection', (socket) => {
      this.welcome(socket).catch((error: unknown) => {
        this.log.error({ err: error }, 'socket could not be welcomed');
        socket.disconnect(true);
      });
    });
    this.holder.server = server;
    this.presence.start(this.config.redisUrl !== undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    this.ephemera.draining();
    this.holder.server?.disconnectSockets(true);
    this.holder.server = null;
    await Promise.all(this.redis.map((client) => client.close()));
  }

  private async connectRedis(url: string): Promise<[RedisClientType, RedisClientType]> {
    const publisher: RedisClientType = createClient({ url });
    const subscriber: RedisClientType = publisher.duplicate();
    for (const client of [publisher, subscriber]) {
      client.on('error', (error: unknown) => { this.log.warn({ err: error }, 'redis'); });
      await client.connect();
    }
    this.redis = [publisher, subscriber];
    return [publisher, subscriber];
  }

  private async authenticate(socket: Socket): Promise<void> {
    const handshake = socket.handshake.auth as { protocol?: unknown; token?: unknown };
    if (handshake.protocol !== PROTOCOL_VERSION) throw refusal('client_outdated');
    const cookie = readCookie(socket.handshake.headers.cookie, sessionCookieName(this.config.secureCookies));
    const token = typeof handshake.token === 'string' ? handshake.token : cookie;
    const actor = token ? await this.sessions.authenticate(token) : null;
    if (!token || !actor) throw refusal('unauthenticated');
    const data = socket.data as { actor: Actor; token: string };
    data.actor = actor;
    data.token = token;
  }

  private async welcome(socket: Socket): Promise<void> {
    const { actor, token } = socket.data as { actor: Actor; token: string };
    this.metrics.sockets.inc();
    socket.on('disconnect', () => {
      this.metrics.sockets.dec();
      this.presence.remove(actor.userId, socket.id);
    });
    this.messages.bind(socket, actor);
    await socket.join([streamId('user', actor.userId), sessionRoom(actor.sessionId)]);
    await socket.join(await this.followed.of(actor.userId));
    // Whoever lost a right between being asked and joining was told to leave before being in: look again.
    const [still, streams] = await Promise.all([this.sessions.authenticate(token), this.followed.of(actor.userId)]);
    if (!still || socket.disconnected) {
      socket.disconnect(true);
      return;
    }
    const rightful = new Set<string>(streams);
    for (const room of socket.rooms) if (/^(channel|team|organisation):/.test(room) && !rightful.has(room)) await socket.leave(room);
    this.presence.set(actor.userId, socket.id, true);
    socket.emit('hello', { protocol: PROTOCOL_VERSION, userId: actor.userId, sessionId: actor.sessionId });
  }
}

/** The client gets it as `connect_error` with `data.code`. */
const refusal = (code: 'client_outdated' | 'unauthenticated'): Error => Object.assign(new Error(code), { data: { code } });
