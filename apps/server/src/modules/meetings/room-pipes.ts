import { Injectable } from '@nestjs/common';
import { MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import type { MeetingSession } from './meeting-sessions.ts';

/** A pipe that ended meanwhile, at either end, is made anew; one that ends each time isn't waited for. */
const ATTEMPTS = 3;

/** Brings tracks from a meeting's host to another one where somebody receives them. All of it may be done again, by any process. */
@Injectable()
export class RoomPipes {
  constructor(private readonly media: MediaHosts) {}

  /** @throws MediaHostError */
  async bring(session: MeetingSession, producerIds: string[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (attempt > 1) await this.join(session);
        return await this.carry(session, producerIds);
      } catch (error) {
        if (attempt === ATTEMPTS || !(error instanceof MediaHostError) || error.hostCode !== 'not_found') throw error;
      }
    }
  }

  /** Each host learns where the other one's end is, and its key. */
  private async join({ meetingId: roomId, epoch, host, receiving }: MeetingSession): Promise<void> {
    const room = { roomId, epoch };
    const offer = await this.media.call(host.url, 'openPipe', { ...room, to: receiving.instance });
    const answer = await this.media.call(receiving.url, 'answerPipe', { ...room, from: host.instance, offer });
    await this.media.call(host.url, 'connectPipe', { ...room, to: receiving.instance, id: offer.id, answer });
  }

  private async carry({ meetingId: roomId, epoch, host, receiving }: MeetingSession, producerIds: string[]): Promise<void> {
    const { tracks } = await this.media.call(host.url, 'sendTracks', { roomId, epoch, to: receiving.instance, producerIds });
    if (tracks.length > 0) await this.media.call(receiving.url, 'takeTracks', { roomId, epoch, from: host.instance, tracks });
  }
}
