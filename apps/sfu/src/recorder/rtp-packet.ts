export interface RtpPacket {
  readonly marker: boolean;
  readonly sequence: number;
  readonly timestamp: number;
  readonly payload: Buffer;
  /** When it came, in milliseconds of the recording. */
  readonly atMs: number;
}

/** RFC 3550, 5.1. Undefined: no RTP, RTCP on the same port (RFC 5761, 4), or nothing in it but padding. */
export function parseRtp(data: Buffer, atMs: number): RtpPacket | undefined {
  if (data.length < 12 || data[0]! >> 6 !== 2) return undefined;
  const type = data[1]!;
  if (type >= 192 && type <= 223) return undefined;
  let start = 12 + 4 * (data[0]! & 0x0f);
  if (data[0]! & 0x10) {
    if (start + 4 > data.length) return undefined;
    start += 4 + 4 * data.readUInt16BE(start + 2);
  }
  const end = data[0]! & 0x20 ? data.length - data[data.length - 1]! : data.length;
  if (start >= end) return undefined;
  return { marker: (type & 0x80) !== 0, sequence: data.readUInt16BE(2), timestamp: data.readUInt32BE(4), payload: data.subarray(start, end), atMs };
}
