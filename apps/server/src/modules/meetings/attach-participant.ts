import { Injectable } from '@nestjs/common';
import type { AttachResult, ClientMessage } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { IceServers, MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import { BeginLink } from './begin-link.ts';
import { type MediaPlace, MediaPlacement } from './media-placement.ts';
import { sourcesOf } from './media-rights.ts';
import { ReceiverPlacement } from './receiver-placement.ts';
import { requireRunning, seeMeeting } from './meeting-access.ts';
import type { MeetingRow } from './meeting-row.ts';
import { type MeetingSession, MeetingSessions } from './meeting-sessions.ts';
import { type ParticipantRow, readParticipant } from './participant-row.ts';

/** A device makes its media anew before it gives up the old. */
const MOVING_MS = 20_000;

@Injectable()
export class AttachParticipant {
  constructor(
    private readonly database: DataSource,
    private readonly media: MediaHosts,
    private readonly placement: MediaPlacement,
    private readonly receivers: ReceiverPlacement,
    private readonly beginning: BeginLink,
    private readonly ice: IceServers,
    private readonly sessions: MeetingSessions,
  ) {}

  /**
   * The socket speaks for the participant from now on.
   * @throws ApiError not_found, meeting_ended, not_in_meeting, meetings_preparing, meetings_unavailable
   */
  async run(socket: Socket, actor: Actor, message: ClientMessage<'meeting_attach'>): Promise<AttachResult> {
    const { meeting, participant } = await this.require(actor, message);
    // Noted beside the rest: it waits for a disk.
    const seen = this.database.query(`UPDATE meeting_participant SET seen_at = now() WHERE id = $1 AND state = 'joined'`, [participant.id]);
    const [{ place, session, sources, answer, resumed }] = await Promise.all([this.atHost(socket, meeting, participant), seen]);
    const begins = resumed || message.begin === undefined ? undefined : this.beginning.run(session, answer.producers, message.begin);
    const [link] = await Promise.all([begins, this.recheck(socket, actor, message, place)]);
    return {
      resumed, epoch: place.epoch, routerRtpCapabilities: answer.routerRtpCapabilities,
      iceServers: this.ice.forParticipant(participant.id), producers: answer.producers, sources, ...(link && { link }),
    };
  }

  /** Of this very person, and in the meeting now. */
  private async require(actor: Actor, { meetingId, participantId }: ClientMessage<'meeting_attach'>): Promise<{ meeting: MeetingRow; participant: ParticipantRow }> {
    const [{ meeting, place }, participant] = await Promise.all([seeMeeting(this.database, actor, meetingId), readParticipant(this.database, meetingId, participantId)]);
    if (participant?.userId !== actor.userId) throw new ApiError('not_found');
    requireRunning(meeting);
    if (participant.state !== 'joined' || !can(actor, 'meeting.join', place)) throw new ApiError('not_in_meeting');
    return { meeting, participant };
  }

  private async atHost(socket: Socket, meeting: MeetingRow, participant: ParticipantRow) {
    const place = await this.placement.of(meeting);
    try {
      return await this.at(place, socket, meeting, participant);
    } catch (error) {
      if (!(error instanceof MediaHostError) || error.hostCode !== 'draining') throw error;
      // It takes no new room: another one does.
      return this.at(await this.placement.move(meeting.id, place.epoch), socket, meeting, participant);
    }
  }

  /** Attached before the host is asked: what it tells right after its answer is for this socket already. */
  private async at(place: MediaPlace, socket: Socket, meeting: MeetingRow, { id, userId, role }: ParticipantRow) {
    const former = this.sessions.of(id);
    const sources = sourcesOf(meeting, role);
    const sending: MeetingSession['sending'] = new Map();
    const session: MeetingSession = { socket, userId, meetingId: meeting.id, participantId: id, ...place, receiving: place.host, receiveTransportId: null, sending };
    this.sessions.attach(session);
    try {
      const answer = await this.media.call(place.host.url, 'attachPeer', { roomId: meeting.id, epoch: place.epoch, peerId: id, sources });
      for (const { producerId, participantId, source } of answer.producers) if (participantId === id) sending.set(producerId, source);
      const resumed = await this.receivers.place(session, answer);
      this.leaveBehind(former, session);
      return { place, session, sources, answer, resumed };
    } catch (error) {
      this.sessions.detach(socket);
      throw error;
    }
  }

  /** What a device had at hosts where it is no more is given up once it had time to build it anew. */
  private leaveBehind(former: MeetingSession | null, now: MeetingSession): void {
    if (!former) return;
    const { meetingId: roomId, participantId: peerId, epoch } = former;
    const left = [former.host, former.receiving].filter(({ instance }) => instance !== now.host.instance && instance !== now.receiving.instance);
    for (const { url, instance } of new Set(left)) {
      setTimeout(() => {
        const back = this.sessions.of(peerId);
        if (back?.host.instance === instance || back?.receiving.instance === instance) return;
        if (this.media.isThere({ url, instance })) this.media.tellHost(url, 'removePeer', { roomId, epoch, peerId });
      }, MOVING_MS).unref();
    }
  }

  /** Whoever was taken out meanwhile leaves nothing behind. */
  private async recheck(socket: Socket, actor: Actor, message: ClientMessage<'meeting_attach'>, { host, epoch }: MediaPlace): Promise<void> {
    try {
      await this.require(actor, message);
    } catch (error) {
      this.sessions.detach(socket);
      this.media.tellHost(host.url, 'removePeer', { roomId: message.meetingId, epoch, peerId: message.participantId });
      throw error;
    }
  }
}
