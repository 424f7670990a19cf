import { Injectable } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import type { Actor } from '../http/actor.ts';
import { SessionAuthenticator } from '../http/session-authenticator.ts';
import { Log } from '../log/log.ts';
import { presenceRoom, presenceRoomOwner, sessionRoom } from '../streams/rooms.ts';
import { visibleAmong } from '../people/visible-people.ts';
import { FollowedStreams } from './followed-streams.ts';

/** Sessions also end by themselves, and an eviction told through Redis may be lost. */
const RENEW_EVERY_MS = 5 * 60_000;

/** Whom a socket speaks for, and the token that says so. */
export interface SocketData {
  actor: Actor;
  token: string;
}

/** Lets a socket into the rooms of its person's streams, and out of those that are theirs no more. */
@Injectable()
export class SocketRights {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionAuthenticator,
    private readonly followed: FollowedStreams,
    private readonly log: Log,
  ) {}

  /** False, and closed, when its session has ended meanwhile. */
  async grant(socket: Socket): Promise<boolean> {
    const { actor } = socket.data as SocketData;
    await socket.join([streamId('user', actor.userId), sessionRoom(actor.sessionId)]);
    await socket.join(await this.followed.of(actor.userId));
    // Whoever lost a right between being asked and joining was told to leave before being in: look again.
    if (!(await this.renew(socket))) return false;
    const timer = setInterval(() => {
      this.renew(socket).catch((error: unknown) => { this.log.warn({ err: error }, 'rights of a socket could not be renewed'); });
    }, RENEW_EVERY_MS * (0.8 + 0.4 * Math.random())).unref();
    socket.on('disconnect', () => { clearInterval(timer); });
    return true;
  }

  /** False, and closed, when its session has ended. */
  async renew(socket: Socket): Promise<boolean> {
    const { actor, token } = socket.data as SocketData;
    // Only rooms of now: one that the relay brings the socket into meanwhile may be newer than the answer.
    const rooms = [...socket.rooms].filter((room) => /^(channel|team|organisation|meeting):/.test(room));
    const [still, streams] = await Promise.all([this.sessions.authenticate(token), this.followed.of(actor.userId)]);
    if (!still || socket.disconnected) {
      socket.disconnect(true);
      return false;
    }
    const rightful = new Set<string>(streams);
    for (const room of rooms) if (!rightful.has(room)) await socket.leave(room);
    await this.unwatch(socket, still);
    return true;
  }

  /** Out of the presence of people whom a guest meets no more. */
  private async unwatch(socket: Socket, actor: Actor): Promise<void> {
    const watched = [...socket.rooms].flatMap((room) => presenceRoomOwner(room) ?? []);
    const visible = new Set(await visibleAmong(this.database, actor, watched));
    for (const userId of watched) if (!visible.has(userId)) await socket.leave(presenceRoom(userId));
  }
}
