import { Injectable } from '@nestjs/common';
import type { SfuResults } from '@parvis/sfu-protocol';
import { type MediaHost, MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import type { MeetingSession } from './meeting-sessions.ts';

type Attached = SfuResults['attachPeer'];

/**
 * Where a device receives: at its meeting's host, where it also sends; at another one when that is
 * full. What costs is what is sent out, so a meeting that outgrew its host has its later people there.
 */
@Injectable()
export class ReceiverPlacement {
  constructor(private readonly media: MediaHosts) {}

  /** Written into the session. @returns whether all that it had before is still there */
  async place(session: MeetingSession, attached: Attached): Promise<boolean> {
    const at = this.choose(session.host, attached);
    if (at !== null && (await this.receiveAt(session, at))) return attached.resumed && session.receiveTransportId !== null;
    if (attached.receivesAt !== null || at !== null) await this.tellHome(session, null);
    session.receiveTransportId = attached.receiveTransportId;
    return attached.resumed && attached.receivesAt === null;
  }

  private choose(home: MediaHost, { receivesAt, receiveTransportId, annexes, full }: Attached): MediaHost | null {
    if (receivesAt !== null && this.media.isFit(receivesAt)) return receivesAt;
    if (!full || (receivesAt === null && receiveTransportId !== null)) return null;
    return this.media.relief(home, annexes);
  }

  /** Home first: it keeps the pipe to where somebody receives. */
  private async receiveAt(session: MeetingSession, at: MediaHost): Promise<boolean> {
    const { meetingId: roomId, participantId: peerId, epoch } = session;
    await this.tellHome(session, at);
    try {
      const { receiveTransportId } = await this.media.call(at.url, 'attachPeer', { roomId, epoch, peerId, sources: [], annex: true });
      session.receiving = at;
      session.receiveTransportId = receiveTransportId;
      return true;
    } catch (error) {
      // It went away this very moment, or takes no new room: home is crowded, but there.
      if (error instanceof MediaHostError) return false;
      throw error;
    }
  }

  private tellHome({ host, meetingId: roomId, participantId: peerId, epoch }: MeetingSession, at: MediaHost | null): Promise<unknown> {
    return this.media.call(host.url, 'placeReceiver', { roomId, epoch, peerId, at });
  }
}
