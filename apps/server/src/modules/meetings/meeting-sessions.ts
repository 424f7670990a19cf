import { Injectable } from '@nestjs/common';
import type { MediaEvent, MediaSource } from '@parvis/contracts';
import type { Socket } from 'socket.io';
import { ApiError } from '../../platform/http/api-error.ts';
import type { MediaHost } from '../media-hosts/index.ts';

/** A socket that speaks for a participant, and where the media of both is. */
export interface MeetingSession {
  readonly socket: Socket;
  readonly userId: string;
  readonly meetingId: string;
  readonly participantId: string;
  readonly host: MediaHost;
  readonly epoch: number;
  /** Where it receives: `host`, or another one to which what it receives is piped. */
  receiving: MediaHost;
  receiveTransportId: string | null;
  /** What each of its own producers sends. */
  readonly sending: Map<string, MediaSource>;
}

/** The sockets of this process that are in a meeting. */
@Injectable()
export class MeetingSessions {
  private readonly bySocket = new Map<string, MeetingSession>();
  private readonly byParticipant = new Map<string, MeetingSession>();
  private readonly byMeeting = new Map<string, Set<MeetingSession>>();

  /** Instead of what either was attached to before. */
  attach(session: MeetingSession): void {
    const { socket, participantId } = session;
    const former = this.bySocket.get(socket.id);
    if (former && former.participantId !== participantId) this.detach(socket);
    const elsewhere = this.byParticipant.get(participantId);
    if (elsewhere && elsewhere.socket.id !== socket.id) this.detach(elsewhere.socket);
    if (former) this.forget(former);
    this.bySocket.set(socket.id, session);
    this.byParticipant.set(participantId, session);
    const others = this.byMeeting.get(session.meetingId) ?? new Set();
    this.byMeeting.set(session.meetingId, others.add(session));
    // It may have closed meanwhile.
    if (socket.disconnected) this.detach(socket);
  }

  detach(socket: Socket): MeetingSession | null {
    const session = this.bySocket.get(socket.id);
    if (!session) return null;
    this.bySocket.delete(socket.id);
    if (this.byParticipant.get(session.participantId) === session) this.byParticipant.delete(session.participantId);
    this.forget(session);
    return session;
  }

  /** @throws ApiError not_in_meeting */
  require(socket: Socket): MeetingSession {
    const session = this.bySocket.get(socket.id);
    if (!session) throw new ApiError('not_in_meeting', 'this socket is attached to no participant');
    return session;
  }

  of(participantId: string): MeetingSession | null {
    return this.byParticipant.get(participantId) ?? null;
  }

  /** Those of a meeting in this epoch. */
  in(meetingId: string, epoch: number): MeetingSession[] {
    return [...this.byMeeting.get(meetingId) ?? []].filter((session) => session.epoch === epoch);
  }

  get all(): MeetingSession[] {
    return [...this.bySocket.values()];
  }

  tell({ socket, meetingId }: MeetingSession, event: MediaEvent): void {
    socket.emit('meeting_media', { meetingId, event });
  }

  private forget(session: MeetingSession): void {
    const others = this.byMeeting.get(session.meetingId);
    others?.delete(session);
    if (others?.size === 0) this.byMeeting.delete(session.meetingId);
  }
}
