import { depacketizeH264 } from './depacketize-h264.ts';
import { depacketizeVp8 } from './depacketize-vp8.ts';
import { depacketizeVp9 } from './depacketize-vp9.ts';
import type { Depacketize, Frame } from './frame.ts';
import type { RecordedCodec } from './messages.ts';
import type { RtpPacket } from './rtp-packet.ts';

const DEPACKETIZE: Record<Exclude<RecordedCodec, 'opus'>, Depacketize> = { vp8: depacketizeVp8, vp9: depacketizeVp9, h264: depacketizeH264 };

export interface AssembledFrame extends Frame {
  readonly timestamp: number;
  /** When its first packet came. */
  readonly atMs: number;
}

/** Makes whole frames of ordered packets. After a loss pictures are left out up to the next key frame: what builds on a hole is grey. */
export class FrameAssembler {
  private readonly codec: RecordedCodec;
  private readonly take: (frame: AssembledFrame) => void;
  private readonly needKeyFrame: () => void;
  private packets: RtpPacket[] = [];
  private broken = true;

  constructor(codec: RecordedCodec, take: (frame: AssembledFrame) => void, needKeyFrame: () => void) {
    this.codec = codec;
    this.take = take;
    this.needKeyFrame = needKeyFrame;
  }

  push(packet: RtpPacket, lost: boolean): void {
    const { timestamp, atMs } = packet;
    if (this.codec === 'opus') return this.take({ data: packet.payload, key: true, timestamp, atMs });
    if (lost) {
      this.packets = [];
      this.broken = true;
    }
    if (this.packets.length > 0 && this.packets[0]!.timestamp !== timestamp) this.finish(this.codec);
    this.packets.push(packet);
    if (packet.marker) this.finish(this.codec);
  }

  private finish(codec: keyof typeof DEPACKETIZE): void {
    const [first] = this.packets;
    const frame = DEPACKETIZE[codec](this.packets);
    this.packets = [];
    if (!frame) this.broken = true;
    else if (frame.key) this.broken = false;
    if (this.broken) return this.needKeyFrame();
    if (frame && first) this.take({ ...frame, timestamp: first.timestamp, atMs: first.atMs });
  }
}
