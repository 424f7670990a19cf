import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Acknowledgement, CLIENT_MESSAGES, type ClientMessage, type ClientMessageType, type Presence, streamId } from '@parvis/contracts';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import type { Actor } from '../http/actor.ts';
import { ApiError } from '../http/api-error.ts';
import { toApiError } from '../http/problem.filter.ts';
import { Log } from '../log/log.ts';
import { inMeetingAmong } from '../people/in-meeting.ts';
import { visibleAmong } from '../people/visible-people.ts';
import { presenceRoom } from '../streams/rooms.ts';
import { type ClientMessageHandler, ClientMessageHandlers } from './client-message-handlers.ts';
import { Ephemera } from './ephemera.ts';
import { PresenceBoard } from './presence.ts';

/** More messages than this from one socket in a second are refused. */
const MESSAGES_PER_SECOND = 20;
/** What is written and pointed at in documents is counted by itself: each key stroke may be a message. */
const DOCUMENT_MESSAGES_PER_SECOND = 60;
/** Who goes on all the same is cut off. */
const FLOOD_PER_SECOND = 200;

/** Every message that a client may send: schema first, then the right to it, then the work. */
@Injectable()
export class ClientMessages implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly handlers: ClientMessageHandlers,
    private readonly ephemera: Ephemera,
    private readonly presence: PresenceBoard,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.handlers.register('typing', (socket, actor, { channelId, threadId, active }) => {
      const stream = streamId('channel', channelId);
      // The socket is in the room exactly as long as the person is in the channel.
      if (!socket.rooms.has(stream)) throw new ApiError('not_found');
      this.ephemera.typing(socket, stream, { channelId, ...(threadId !== undefined && { threadId }), userId: actor.userId, active });
      return {};
    });
    this.handlers.register('activity', (socket, actor, { active }) => {
      this.presence.set(actor.userId, socket.id, active);
      return {};
    });
    this.handlers.register('watch_presence', (socket, actor, { userIds }) => this.watch(socket, actor, userIds));
  }

  bind(socket: Socket, actor: Actor): void {
    const spent = { documents: 0, others: 0 };
    let second = 0;
    // Every packet counts, also those that no handler takes; here, since many may be read before the first is handled.
    socket.use((packet: unknown[], next) => {
      const now = Math.floor(Date.now() / 1000);
      if (now !== second) spent.documents = spent.others = 0;
      second = now;
      const ofDocument = packet[0] === 'document_push' || packet[0] === 'document_awareness';
      const count = ofDocument ? (spent.documents += 1) : (spent.others += 1);
      if (spent.documents + spent.others > FLOOD_PER_SECOND) socket.disconnect(true);
      else if (count > (ofDocument ? DOCUMENT_MESSAGES_PER_SECOND : MESSAGES_PER_SECOND)) answerOf(packet.at(-1))({ ok: false, code: 'too_many_requests' });
      else if (!Object.hasOwn(CLIENT_MESSAGES, String(packet[0]))) answerOf(packet.at(-1))({ ok: false, code: 'invalid_request', detail: 'no such message' });
      else next();
    });
    for (const [type, handler] of this.handlers.entries) {
      socket.on(type, (message: unknown, acknowledge: unknown) => {
        void this.handle(type, handler, socket, actor, message).then(answerOf(acknowledge));
      });
    }
  }

  private async watch(socket: Socket, actor: Actor, userIds: readonly string[]): Promise<Record<string, Presence>> {
    const visible = await visibleAmong(this.database, actor, userIds);
    const wanted = new Set(visible.map(presenceRoom));
    for (const room of socket.rooms) if (room.startsWith('presence:') && !wanted.has(room)) await socket.leave(room);
    await socket.join([...wanted]);
    for (const userId of await inMeetingAmong(this.database, visible)) socket.emit('in_meeting', { userId, inMeeting: true });
    return Object.fromEntries(visible.map((userId): [string, Presence] => [userId, this.presence.of(userId)]));
  }

  private async handle<T extends ClientMessageType>(
    type: T, handler: ClientMessageHandler<T>, socket: Socket, actor: Actor, message: unknown,
  ): Promise<Acknowledgement<unknown>> {
    const parsed = CLIENT_MESSAGES[type].safeParse(message);
    if (!parsed.success) return { ok: false, code: 'invalid_request', detail: parsed.error.issues[0]?.message ?? type };
    try {
      return { ok: true, result: await handler(socket, actor, parsed.data as ClientMessage<T>) };
    } catch (error) {
      const refusal = toApiError(error);
      if (refusal.code === 'internal') this.log.error({ err: error, type }, 'socket message failed');
      return { ok: false, code: refusal.code, ...(refusal.detail === undefined ? {} : { detail: refusal.detail }) };
    }
  }
}

/** Who asks for no answer gets none. */
const answerOf = (acknowledge: unknown): ((answer: Acknowledgement<unknown>) => void) =>
  typeof acknowledge === 'function' ? (acknowledge as (answer: Acknowledgement<unknown>) => void) : () => undefined;
