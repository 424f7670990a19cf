import { Injectable } from '@nestjs/common';
import { type DocumentServerMessages, type Presence, type ServerMessages, type StreamId, streamId } from '@parvis/contracts';
import type { Socket } from 'socket.io';
import { presenceRoom, SocketServerHolder } from '../streams/rooms.ts';

/** What is told once and kept nowhere: typing, presence, who is in a meeting, up to where somebody read. */
@Injectable()
export class Ephemera {
  constructor(private readonly sockets: SocketServerHolder) {}

  typing(from: Socket, stream: StreamId, message: ServerMessages['typing']): void {
    from.to(stream).volatile.emit('typing', message);
  }

  receipt(toUserIds: readonly string[], message: ServerMessages['receipt']): void {
    this.sockets.server?.to(toUserIds.map((userId) => streamId('user', userId))).emit('receipt', message);
  }

  /** To the sockets of this process only: every process tells its own. */
  presence(userId: string, presence: Presence): void {
    this.sockets.server?.local.to(presenceRoom(userId)).emit('presence', { userId, presence });
  }

  /** To all who watch their presence, in whatever process. */
  inMeeting(userId: string, inMeeting: boolean): void {
    this.sockets.server?.to(presenceRoom(userId)).emit('in_meeting', { userId, inMeeting });
  }

  meetingReaction(from: Socket, stream: StreamId, message: ServerMessages['meeting_reaction']): void {
    from.to(stream).emit('meeting_reaction', message);
  }

  /** To those who have a document open; `from`: not to that socket. What is written in it is in its log, and fetched where it was missed. */
  document<M extends keyof DocumentServerMessages>(room: string, type: M, message: DocumentServerMessages[M], from?: Socket): void {
    const others = from ? from.to(room) : this.sockets.server?.to(room);
    others?.emit(type, message);
  }

  draining(): void {
    this.sockets.server?.local.emit('draining', {});
  }
}
