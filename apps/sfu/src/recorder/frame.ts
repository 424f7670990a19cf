import type { RtpPacket } from './rtp-packet.ts';

/** What one block of a file holds: a picture, or a packet of sound. */
export interface Frame {
  readonly data: Buffer;
  readonly key: boolean;
  /** Of a key frame, where it says so. */
  readonly size?: { readonly width: number; readonly height: number };
  /** H.264: what a decoder must know first (ISO/IEC 14496-15, AVCDecoderConfigurationRecord). */
  readonly configuration?: Buffer;
}

/** Makes a picture of the packets that bear one timestamp, in order and complete; undefined when it is none. */
export type Depacketize = (packets: readonly RtpPacket[]) => Frame | undefined;
