import type { Frame } from './frame.ts';
import type { RecordedCodec } from './messages.ts';

/** Element ids (RFC 9559). */
const ID = {
  ebml: 0x1a_45_df_a3, ebmlVersion: 0x42_86, ebmlReadVersion: 0x42_f7, ebmlMaxIdLength: 0x42_f2, ebmlMaxSizeLength: 0x42_f3, docType: 0x42_82,
  docTypeVersion: 0x42_87, docTypeReadVersion: 0x42_85, segment: 0x18_53_80_67, info: 0x15_49_a9_66, timestampScale: 0x2a_d7_b1, muxingApp: 0x4d_80,
  writingApp: 0x57_41, tracks: 0x16_54_ae_6b, trackEntry: 0xae, trackNumber: 0xd7, trackUid: 0x73_c5, trackType: 0x83, flagLacing: 0x9c, codecId: 0x86,
  codecPrivate: 0x63_a2, video: 0xe0, pixelWidth: 0xb0, pixelHeight: 0xba, audio: 0xe1, samplingFrequency: 0xb5, channels: 0x9f,
  cluster: 0x1f_43_b6_75, timestamp: 0xe7, simpleBlock: 0xa3,
} as const;

const CODEC_IDS: Record<RecordedCodec, string> = { opus: 'A_OPUS', vp8: 'V_VP8', vp9: 'V_VP9', h264: 'V_MPEG4/ISO/AVC' };
/** RFC 7845, 5.1: two channels, nothing to skip, 48 kHz. */
const OPUS_HEAD = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 2, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])]);
/** What a file says until a decoder knows better. */
const UNKNOWN_SIZE = { width: 1280, height: 720 };

/** Everything before the clusters, of a file with one track and no length yet: what breaks off can still be read. */
export function matroskaHeader(codec: RecordedCodec, first: Frame): Buffer {
  const size = first.size ?? UNKNOWN_SIZE;
  const codecPrivate = codec === 'opus' ? OPUS_HEAD : first.configuration;
  return Buffer.concat([
    element(ID.ebml, [
      unsigned(ID.ebmlVersion, 1), unsigned(ID.ebmlReadVersion, 1), unsigned(ID.ebmlMaxIdLength, 4), unsigned(ID.ebmlMaxSizeLength, 8),
      element(ID.docType, Buffer.from('matroska')), unsigned(ID.docTypeVersion, 4), unsigned(ID.docTypeReadVersion, 2),
    ]),
    idBytes(ID.segment), Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    element(ID.info, [unsigned(ID.timestampScale, 1_000_000), element(ID.muxingApp, Buffer.from('Parvis')), element(ID.writingApp, Buffer.from('Parvis'))]),
    element(ID.tracks, [element(ID.trackEntry, [
      unsigned(ID.trackNumber, 1), unsigned(ID.trackUid, 1), unsigned(ID.trackType, codec === 'opus' ? 2 : 1), unsigned(ID.flagLacing, 0),
      element(ID.codecId, Buffer.from(CODEC_IDS[codec])),
      ...(codecPrivate ? [element(ID.codecPrivate, codecPrivate)] : []),
      codec === 'opus'
        ? element(ID.audio, [float(ID.samplingFrequency, 48_000), unsigned(ID.channels, 2)])
        : element(ID.video, [unsigned(ID.pixelWidth, size.width), unsigned(ID.pixelHeight, size.height)]),
    ])]),
  ]);
}

export interface Block {
  readonly ms: number;
  readonly frame: Frame;
}

/** Blocks of less than 32 s; their times are of the file. */
export function matroskaCluster(blocks: readonly Block[]): Buffer {
  const start = Math.round(blocks[0]?.ms ?? 0);
  return element(ID.cluster, [unsigned(ID.timestamp, start), ...blocks.map(({ ms, frame }) => {
    const head = Buffer.from([0x81, 0, 0, frame.key ? 0x80 : 0]);
    head.writeInt16BE(Math.round(ms) - start, 1);
    return element(ID.simpleBlock, [head, frame.data]);
  })]);
}

function element(id: number, content: Buffer | readonly Buffer[]): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(0x01_00_00_00_00_00_00_00n | BigInt(body.length));
  return Buffer.concat([idBytes(id), size, body]);
}

function unsigned(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return element(id, bytes);
}

function float(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, bytes);
}

function idBytes(id: number): Buffer {
  const hex = id.toString(16);
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
}
