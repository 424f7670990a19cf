import type { Frame } from './frame.ts';
import type { RtpPacket } from './rtp-packet.ts';

/** RFC 7741; a key frame's header: RFC 6386, 9.1. */
export function depacketizeVp8(packets: readonly RtpPacket[]): Frame | undefined {
  const parts = packets.map(({ payload }) => ({ starts: (payload[0]! & 0x1f) === 0x10, data: payload.subarray(descriptorLength(payload)) }));
  if (!parts[0]?.starts) return undefined;
  const data = Buffer.concat(parts.map((part) => part.data));
  if (data.length < 3) return undefined;
  const key = (data[0]! & 1) === 0;
  if (!key) return { data, key };
  if (data.length < 10) return undefined;
  return { data, key, size: { width: data.readUInt16LE(6) & 0x3f_ff, height: data.readUInt16LE(8) & 0x3f_ff } };
}

function descriptorLength(payload: Buffer): number {
  if (!(payload[0]! & 0x80)) return 1;
  const extension = payload[1] ?? 0;
  let length = 2;
  if (extension & 0x80) length += (payload[2] ?? 0) & 0x80 ? 2 : 1;
  if (extension & 0x40) length += 1;
  if (extension & 0x30) length += 1;
  return length;
}
