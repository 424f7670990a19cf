import { Injectable } from '@nestjs/common';
import { type AttachResult, type ClientMessage, LIMITS, type ProducerInfo } from '@parvis/contracts';
import type { SfuMethod, SfuParams, SfuResults } from '@parvis/sfu-protocol';
import { type MediaHost, MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import type { MeetingSession } from './meeting-sessions.ts';
import { RoomPipes } from './room-pipes.ts';

type Begin = NonNullable<ClientMessage<'meeting_attach'>['begin']>;
type PeerMethod = 'createTransport' | 'consume';

/** All that a device needs to receive, in one answer: each question of its own would cost a way there and back. */
@Injectable()
export class BeginLink {
  constructor(
    private readonly media: MediaHosts,
    private readonly pipes: RoomPipes,
  ) {}

  /** Undefined when it can't be had: the device asks for each part, and hears why. */
  async run(session: MeetingSession, producers: readonly ProducerInfo[], begin: Begin): Promise<AttachResult['link']> {
    try {
      const create = (at: MediaHost, direction: 'send' | 'receive') => this.call(session, at, 'createTransport', { direction });
      const [send, receive] = await Promise.all([create(session.host, 'send'), create(session.receiving, 'receive')]);
      session.receiveTransportId = receive.id;
      return { send, receive, consumers: await this.receive(session, wanted(session, producers, begin), begin) };
    } catch (error) {
      if (error instanceof MediaHostError) return undefined;
      throw error;
    }
  }

  private async receive(session: MeetingSession, producerIds: string[], { rtpCapabilities }: Begin) {
    if (producerIds.length === 0 || rtpCapabilities === undefined) return [];
    if (session.receiving.instance !== session.host.instance) await this.pipes.bring(session, producerIds);
    const { consumers } = await this.call(session, session.receiving, 'consume', { producerIds, rtpCapabilities, flowing: true });
    return consumers;
  }

  private call<M extends PeerMethod>({ meetingId: roomId, participantId: peerId, epoch }: MeetingSession, { url }: MediaHost, method: M, what: Omit<SfuParams<M>, 'roomId' | 'epoch' | 'peerId'>): Promise<SfuResults[M & SfuMethod]> {
    return this.media.call(url, method, { ...what, roomId, epoch, peerId } as SfuParams<M>);
  }
}

/** Voices, and pictures that aren't paused, of others. */
function wanted({ participantId }: MeetingSession, producers: readonly ProducerInfo[], { pictures }: Begin): string[] {
  const others = producers.filter((producer) => producer.participantId !== participantId);
  const voices = others.filter(({ kind }) => kind === 'audio');
  const seen = others.filter(({ kind, paused }) => kind === 'video' && !paused).slice(0, pictures);
  return [...voices, ...seen].slice(0, LIMITS.meetingConsumersPerMessage).map(({ producerId }) => producerId);
}
