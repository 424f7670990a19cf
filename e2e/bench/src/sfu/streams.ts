/** What is sent: a voice, and a picture of about 1 Mbit/s. */
export interface Stream {
  readonly kind: 'audio' | 'video';
  readonly source: 'microphone' | 'camera';
  readonly ssrc: number;
  readonly payloadType: number;
  readonly packetsPerSecond: number;
  readonly ticksPerPacket: number;
  readonly payload: Buffer;
  readonly rtpParameters: { codecs: Record<string, unknown>[]; headerExtensions?: Record<string, unknown>[]; encodings: Record<string, unknown>[]; rtcp: Record<string, unknown> };
}

export const AUDIO: Stream = {
  kind: 'audio', source: 'microphone', ssrc: 1_111, payloadType: 111, packetsPerSecond: 50, ticksPerPacket: 960, payload: Buffer.alloc(80, 0x55),
  rtpParameters: {
    codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 }], encodings: [{ ssrc: 1_111 }], rtcp: { cname: 'bench' },
  },
};

export const VIDEO: Stream = {
  kind: 'video', source: 'camera', ssrc: 2_222, payloadType: 96, packetsPerSecond: 104, ticksPerPacket: 865,
  // Each the beginning of a key frame (RFC 7741), so that receivers may begin anywhere.
  payload: Buffer.concat([Buffer.from([0x10, 0, 0, 0, 0x9d, 0x01, 0x2a, 0, 5, 0xd0, 2]), Buffer.alloc(1_177, 0x55)]),
  rtpParameters: {
    codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: [{ type: 'nack', parameter: 'pli' }] }], encodings: [{ ssrc: 2_222 }], rtcp: { cname: 'bench' },
  },
};
