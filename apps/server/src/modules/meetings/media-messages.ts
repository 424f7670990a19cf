import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MediaSource, MeetingRole } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { SfuMethod, SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import { ApiError } from '../../platform/http/api-error.ts';
import { type ClientMessageHandler, ClientMessageHandlers } from '../../platform/realtime/client-message-handlers.ts';
import { Ephemera } from '../../platform/realtime/ephemera.ts';
import { emojiKeyOf } from '../emoji/index.ts';
import { MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import { AttachParticipant } from './attach-participant.ts';
import { allowOf, sourcesOf } from './media-rights.ts';
import { mayBeIn } from './meeting-access.ts';
import { meetingStream } from './meeting-events.ts';
import { type MeetingSession, MeetingSessions } from './meeting-sessions.ts';
import { roleOf } from './participant-row.ts';
import { RoomPipes } from './room-pipes.ts';
import { RecordQuality } from './record-quality.ts';

type PipeMethod = 'placeReceiver' | 'openPipe' | 'answerPipe' | 'connectPipe' | 'sendTracks' | 'takeTracks' | 'endTracks';
type PeerMethod = Exclude<SfuMethod, 'getStatus' | 'getRtpCapabilities' | 'detachPeer' | 'drain' | 'closeRoom' | 'startRecording' | 'stopRecording' | 'forgetRecording' | PipeMethod>;
type Own<M extends PeerMethod> = Omit<SfuParams<M>, 'roomId' | 'epoch' | 'peerId'>;

interface Standing {
  role: MeetingRole;
  allowShare: 'everyone' | 'hosts';
  allowChat: 'everyone' | 'hosts';
  allowUnmute: 'everyone' | 'hosts';
  mutedSources: MediaSource[];
}

/**
 * What a device says of its media goes on to the media host, about its own participant only: which
 * one that is, the socket's attachment says, never the message. Each time is looked whether they are
 * in the meeting still.
 */
@Injectable()
export class MediaMessages implements OnModuleInit {
  constructor(
    private readonly handlers: ClientMessageHandlers,
    private readonly database: DataSource,
    private readonly media: MediaHosts,
    private readonly attaching: AttachParticipant,
    private readonly sessions: MeetingSessions,
    private readonly pipes: RoomPipes,
    private readonly ephemera: Ephemera,
    private readonly quality: RecordQuality,
  ) {}

  onModuleInit(): void {
    this.handlers.register('meeting_prepare', () => this.prepare());
    this.handlers.register('meeting_attach', (socket, actor, message) => this.attaching.run(socket, actor, message));
    this.handlers.register('meeting_detach', (socket) => {
      this.sessions.detach(socket);
      return {};
    });
    this.handlers.register('meeting_create_transport', async (socket, _actor, message) => {
      const session = await this.requireSession(socket);
      const receives = message.direction === 'receive';
      const answer = await this.ask(session, 'createTransport', message, receives ? session.receiving : session.host);
      if (receives) session.receiveTransportId = answer.id;
      return answer;
    });
    this.passTransport('meeting_connect_transport', 'connectTransport');
    this.passTransport('meeting_restart_ice', 'restartIce');
    this.handlers.register('meeting_consume', async (socket, _actor, message) => {
      const session = await this.requireSession(socket);
      if (session.receiving.instance !== session.host.instance) await this.pipes.bring(session, message.producerIds);
      return this.ask(session, 'consume', message, session.receiving);
    });
    this.handlers.register('meeting_update_consumers', async (socket, _actor, message) => {
      const session = await this.requireSession(socket);
      return this.ask(session, 'updateConsumers', message, session.receiving);
    });
    this.handlers.register('meeting_produce', async (socket, _actor, message) => {
      const session = this.sessions.require(socket);
      const standing = await this.requirePresent(session);
      if (!can(MEMBER, 'meeting.send', { ...standing, source: message.source, allow: allowOf(standing) })) throw new ApiError('source_not_allowed');
      if (!message.paused) requireUnmuted(standing, message.source);
      const answer = await this.produce(session, standing, message);
      session.sending.set(answer.producerId, message.source);
      return answer;
    });
    this.handlers.register('meeting_update_producer', async (socket, _actor, message) => {
      const session = this.sessions.require(socket);
      const standing = await this.requirePresent(session);
      // One that isn't known is of a run before: it may be what a host muted.
      const known = session.sending.get(message.producerId);
      const resumed = message.action !== 'resume' ? [] : known ? [known] : standing.mutedSources;
      for (const source of resumed) requireUnmuted(standing, source);
      return this.ask(session, 'updateProducer', message);
    });
    this.handlers.register('meeting_react', async (socket, _actor, { emoji }) => {
      const session = this.sessions.require(socket);
      const key = emojiKeyOf(emoji);
      if (key === null) throw new ApiError('emoji_invalid');
      await this.requirePresent(session);
      const { meetingId, participantId } = session;
      this.ephemera.meetingReaction(socket, meetingStream(meetingId), { meetingId, participantId, emoji: key });
      return {};
    });
    this.handlers.register('meeting_report_quality', async (socket, _actor, seen) => {
      const session = this.sessions.require(socket);
      await this.requirePresent(session);
      await this.quality.of(session.participantId, seen);
      return {};
    });
  }

  /** A meeting is at any of them, and they say the same. */
  private async prepare(): Promise<{ routerRtpCapabilities: unknown }> {
    try {
      const { rtpCapabilities } = await this.media.call(this.media.choose().url, 'getRtpCapabilities', {});
      return { routerRtpCapabilities: rtpCapabilities };
    } catch (error) {
      if (error instanceof MediaHostError) return { routerRtpCapabilities: null };
      throw error;
    }
  }

  /** About a transport: at the host where that one is. */
  private passTransport<T extends 'meeting_connect_transport' | 'meeting_restart_ice', M extends 'connectTransport' | 'restartIce'>(type: T, method: M): void {
    const handler = async (socket: Socket, _actor: unknown, message: Own<M>): Promise<SfuResults[M]> => {
      const session = await this.requireSession(socket);
      return this.ask(session, method, message, message.transportId === session.receiveTransportId ? session.receiving : session.host);
    };
    this.handlers.register(type, handler as unknown as ClientMessageHandler<T>);
  }

  private async requireSession(socket: Socket): Promise<MeetingSession> {
    const session = this.sessions.require(socket);
    await this.requirePresent(session);
    return session;
  }

  /** A right that was given a moment ago may not have reached the media host. */
  private async produce(session: MeetingSession, standing: Standing, message: Own<'produce'>): Promise<SfuResults['produce']> {
    try {
      return await this.ask(session, 'produce', message);
    } catch (error) {
      if (!(error instanceof MediaHostError) || error.hostCode !== 'source_not_allowed') throw error;
      await this.ask(session, 'setSources', { sources: sourcesOf(standing, standing.role) });
      return this.ask(session, 'produce', message);
    }
  }

  private ask<M extends PeerMethod>({ meetingId, participantId, host, epoch }: MeetingSession, method: M, message: Own<M>, at = host): Promise<SfuResults[M]> {
    return this.media.call(at.url, method, { ...message, roomId: meetingId, epoch, peerId: participantId } as unknown as SfuParams<M>);
  }

  /** @throws ApiError not_in_meeting once they left, were taken out, lost the right to be there, or their account */
  private async requirePresent({ participantId, socket }: MeetingSession): Promise<Standing> {
    const [standing] = await this.database.query<Standing[]>(
      `SELECT ${roleOf('p.user_id')} AS role, m.allow_share AS "allowShare", m.allow_chat AS "allowChat", m.allow_unmute AS "allowUnmute", p.muted_sources AS "mutedSources"
       FROM meeting_participant p JOIN meeting m ON m.id = p.meeting_id JOIN app_user u ON u.id = p.user_id
       WHERE p.id = $1 AND p.state = 'joined' AND u.deactivated_at IS NULL AND ${mayBeIn('p.user_id')}`,
      [participantId],
    );
    if (standing) return standing;
    this.sessions.detach(socket);
    throw new ApiError('not_in_meeting');
  }
}

/** What somebody is to the organisation says nothing of what they may send. */
const MEMBER = { role: 'member' } as const;

/** @throws ApiError source_not_allowed for what a host muted, where only hosts may unmute */
function requireUnmuted(standing: Standing, source: MediaSource): void {
  const muted = standing.mutedSources.includes(source);
  if (muted && !can(MEMBER, 'meeting.unmute', { ...standing, allow: allowOf(standing) })) throw new ApiError('source_not_allowed');
}
