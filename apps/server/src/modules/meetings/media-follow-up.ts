import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { MediaEvent } from '@parvis/contracts';
import type { SfuEvent } from '@parvis/sfu-protocol';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import { SessionAuthenticator } from '../../platform/http/session-authenticator.ts';
import { Log } from '../../platform/log/log.ts';
import { SocketDepartures } from '../../platform/realtime/socket-departures.ts';
import type { SocketData } from '../../platform/realtime/socket-rights.ts';
import { type MediaHost, MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import { LeaveMeeting } from './leave-meeting.ts';
import { MediaPlacement } from './media-placement.ts';
import { sourcesOf } from './media-rights.ts';
import { readMeeting } from './meeting-access.ts';
import { type MeetingSession, MeetingSessions } from './meeting-sessions.ts';
import { readParticipant } from './participant-row.ts';
import { RecordQuality } from './record-quality.ts';

/** Somebody who was connected so lately is connected to another process. */
const CONNECTED_MS = 12_000;

/** What is told of a device by the host at which it only receives. */
const OF_RECEIVING: ReadonlySet<MediaEvent['type']> = new Set(['consumer_closed', 'consumer_layers', 'score', 'transport_closed', 'moved']);

/** What happens to media hosts and to sockets, as it touches those who are in a meeting. */
@Injectable()
export class MediaFollowUp implements OnModuleInit, BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly media: MediaHosts,
    private readonly placement: MediaPlacement,
    private readonly sessions: MeetingSessions,
    private readonly leaving: LeaveMeeting,
    private readonly quality: RecordQuality,
    private readonly departures: SocketDepartures,
    private readonly authenticator: SessionAuthenticator,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.media.listen({
      connected: (host, again) => {
        this.run(async () => {
          await (again ? this.resume(host) : this.replace(host));
          this.leaveThoseThatDrain();
        });
      },
      away: (host) => { this.run(() => this.abandon(host)); },
      event: (host, event) => { this.run(() => this.follow(host, event)); },
    });
    this.departures.onLeave((socket) => { this.run(() => this.socketLeft(socket)); });
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Our connection was gone for a while, not its rooms: events of our participants come to us again. */
  private async resume(host: MediaHost): Promise<void> {
    await Promise.all(this.at(host).map(async (session) => {
      const { meetingId: roomId, participantId: peerId, epoch } = session;
      const meeting = await readMeeting(this.database, roomId);
      const participant = await readParticipant(this.database, roomId, peerId);
      if (!meeting || participant?.state !== 'joined') return;
      try {
        const { resumed } = await this.media.call(host.url, 'attachPeer', { roomId, epoch, peerId, sources: sourcesOf(meeting, participant.role) });
        // What happened meanwhile was told to nobody.
        if (!resumed) this.sessions.tell(session, { type: 'moved', reason: 'lost' });
      } catch (error) {
        if (!(error instanceof MediaHostError)) throw error;
        this.sessions.tell(session, { type: 'moved', reason: 'lost' });
      }
    }));
    await Promise.all(this.receivingAt(host).map((session) => this.resumeReceiving(session)));
  }

  private async resumeReceiving(session: MeetingSession): Promise<void> {
    const { meetingId: roomId, participantId: peerId, epoch, receiving } = session;
    const there = await this.media.call(receiving.url, 'attachPeer', { roomId, epoch, peerId, sources: [], annex: true }).catch((error: unknown) => {
      if (error instanceof MediaHostError) return null;
      throw error;
    });
    if (there?.receiveTransportId == null) this.sessions.tell(session, { type: 'moved', reason: 'lost' });
  }

  /** Who was to move when there was nowhere to move to may find a place now. */
  private leaveThoseThatDrain(): void {
    if (this.media.service.state !== 'ready') return;
    const waiting = this.sessions.all.filter(({ host }) => this.media.isThere(host) && !this.media.isFit(host));
    for (const session of waiting) this.sessions.tell(session, { type: 'moved', reason: 'drain' });
  }

  /** It is another run of the media host: what was there is gone. */
  private async replace(host: MediaHost): Promise<void> {
    const lost = this.sessions.all.filter((session) => session.host.url === host.url && session.host.instance !== host.instance);
    await this.move(lost);
    this.loseReceivers(this.sessions.all.filter(({ receiving }) => receiving.url === host.url && receiving.instance !== host.instance));
  }

  /** What it carried goes to another one, where there is one: else it is waited for. */
  private async abandon(host: MediaHost): Promise<void> {
    if (this.media.service.state === 'ready') await this.move(this.at(host));
    this.loseReceivers(this.receivingAt(host));
  }

  private async move(lost: readonly MeetingSession[]): Promise<void> {
    const places = new Map(lost.map(({ meetingId, epoch, host }) => [meetingId, { epoch, host }]));
    for (const [meetingId, { epoch, host }] of places) await this.placement.lost(meetingId, epoch, host);
    for (const session of lost) this.sessions.tell(session, { type: 'moved', reason: 'lost' });
  }

  /** Their meeting is where it was: attaching again finds them another place to receive at. */
  private loseReceivers(lost: readonly MeetingSession[]): void {
    for (const session of lost) {
      if (session.receiving.instance !== session.host.instance) this.sessions.tell(session, { type: 'moved', reason: 'lost' });
    }
  }

  private async follow(host: MediaHost, event: SfuEvent): Promise<void> {
    switch (event.type) {
      case 'peer':
        return this.tell(host, event, this.sessions.in(event.roomId, event.epoch).filter(({ participantId }) => participantId === event.peerId));
      case 'room':
        return this.tell(host, event, this.sessions.in(event.roomId, event.epoch));
      case 'peer_gone':
        return this.gone(host, event);
      case 'room_lost':
        return this.placement.lost(event.roomId, event.epoch, host);
      case 'receiver_left': {
        const { roomId, epoch, peerId, at } = event;
        if (this.media.isThere(at)) this.media.tellHost(at.url, 'removePeer', { roomId, epoch, peerId });
        return;
      }
      case 'track_ended': {
        const { roomId, epoch, to, producerId } = event;
        const url = this.media.urlOf(to);
        if (url !== null) this.media.tellHost(url, 'endTracks', { roomId, epoch, producerIds: [producerId] });
        return;
      }
      default:
    }
  }

  /** Who is told to attach again must find the new place. */
  private async tell(host: MediaHost, { roomId, epoch, event }: Extract<SfuEvent, { type: 'peer' | 'room' }>, sessions: readonly MeetingSession[]): Promise<void> {
    const atHome = sessions.filter((session) => session.host.instance === host.instance);
    const receiving = OF_RECEIVING.has(event.type) ? sessions.filter((session) => session.receiving.instance === host.instance && !atHome.includes(session)) : [];
    if (atHome.length > 0 && event.type === 'moved' && event.reason === 'lost') await this.placement.lost(roomId, epoch, host);
    for (const session of [...atHome, ...receiving]) this.sessions.tell(session, event);
  }

  /** Whoever is connected all the same begins anew; whoever is not has left. */
  private async gone(host: MediaHost, { roomId, epoch, peerId }: Extract<SfuEvent, { type: 'peer_gone' }>): Promise<void> {
    const session = this.sessions.of(peerId);
    if (session) {
      const concerned = session.epoch === epoch && [session.host, session.receiving].some(({ instance }) => instance === host.instance);
      if (concerned) this.sessions.tell(session, { type: 'moved', reason: 'lost' });
      return;
    }
    const meeting = await readMeeting(this.database, roomId);
    if (meeting?.epoch !== epoch || meeting.sfuUrl === null || meeting.endedAt !== null) return;
    if (meeting.sfuInstance !== host.instance) {
      // They only received there: whether they are gone, the meeting's own host will find.
      this.media.tellHost(meeting.sfuUrl, 'placeReceiver', { roomId, epoch, peerId, at: null });
      return;
    }
    await this.leaving.lost(roomId, peerId, ({ seenAt }) => Date.now() - seenAt.getTime() > CONNECTED_MS);
  }

  /** A connection may break and come back; whoever signed out, or was, is out of the meeting too. */
  private async socketLeft(socket: Socket): Promise<void> {
    const session = this.sessions.detach(socket);
    if (!session) return;
    this.quality.forget(session.participantId);
    const { token } = socket.data as SocketData;
    if (this.stopping) return;
    const { host, receiving, meetingId: roomId, participantId: peerId, epoch } = session;
    for (const each of new Set([host, receiving])) if (this.media.isThere(each)) this.media.tellHost(each.url, 'detachPeer', { roomId, epoch, peerId });
    if (await this.authenticator.authenticate(token)) return;
    await this.leaving.lost(roomId, peerId);
  }

  private at({ url, instance }: MediaHost): MeetingSession[] {
    return this.sessions.all.filter(({ host }) => host.url === url && host.instance === instance);
  }

  private receivingAt({ url, instance }: MediaHost): MeetingSession[] {
    return this.sessions.all.filter(({ host, receiving }) => receiving.url === url && receiving.instance === instance && host.instance !== instance);
  }

  private run(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      if (!this.stopping) this.log.error({ err: error }, 'what happened to a meeting could not be followed up');
    });
  }
}
