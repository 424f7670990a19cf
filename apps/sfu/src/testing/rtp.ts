import type { SfuParams } from '@parvis/sfu-protocol';

type RtpParameters = SfuParams<'produce'>['rtpParameters'];

export const OPUS_PARAMETERS = (ssrc: number): RtpParameters => ({
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } }],
  headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 }],
  encodings: [{ ssrc }],
  rtcp: { cname: `peer-${ssrc}` },
});

export type VideoCodec = 'VP8' | 'VP9' | 'H264';
const PARAMETERS: Record<VideoCodec, Record<string, string | number>> = { VP8: {}, VP9: { 'profile-id': 0 }, H264: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 } };

export const VIDEO_PARAMETERS = (codec: VideoCodec, ...ssrcs: number[]): RtpParameters => ({
  codecs: [{ mimeType: `video/${codec}`, payloadType: 96, clockRate: 90_000, parameters: PARAMETERS[codec], rtcpFeedback: [{ type: 'nack', parameter: 'pli' }] }],
  encodings: ssrcs.map((ssrc) => ({ ssrc, ...(ssrcs.length > 1 && { scalabilityMode: 'L1T1' }) })),
  rtcp: { cname: `peer-${ssrcs[0] ?? 0}` },
});

/** Payload descriptor (RFC 7741) and the beginning of a key frame of 320 x 180 (RFC 6386, 9.1). */
export const VP8_KEY_FRAME = Buffer.from([0x10, 0x00, 0x00, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xb4, 0x00, 0x00]);

export interface RtpFields {
  payloadType: number;
  ssrc: number;
  sequence: number;
  timestamp: number;
  payload: Buffer;
  marker?: boolean;
  /** dBov below full scale, 0 to 127 (RFC 6464), as extension 1. */
  level?: number;
}

/** One packet (RFC 3550, 5.1; one-byte header extensions: RFC 8285). */
export function rtpPacket({ payloadType, ssrc, sequence, timestamp, payload, marker = false, level }: RtpFields): Buffer {
  const header = Buffer.alloc(12);
  header[0] = 0x80 | (level === undefined ? 0 : 0x10);
  header[1] = (marker ? 0x80 : 0) | payloadType;
  header.writeUInt16BE(sequence & 0xff_ff, 2);
  header.writeUInt32BE(timestamp >>> 0, 4);
  header.writeUInt32BE(ssrc, 8);
  const extension = level === undefined ? Buffer.alloc(0) : Buffer.from([0xbe, 0xde, 0, 1, 0x10, 0x80 | level, 0, 0]);
  return Buffer.concat([header, extension, payload]);
}
