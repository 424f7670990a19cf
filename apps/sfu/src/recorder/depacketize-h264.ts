import type { Frame } from './frame.ts';
import type { RtpPacket } from './rtp-packet.ts';

const NAL = { idr: 5, sps: 7, pps: 8, delimiter: 9, stapA: 24, fuA: 28 } as const;
const typeOf = (nal: Buffer): number => nal[0]! & 0x1f;

/** RFC 6184, non-interleaved mode: single units, STAP-A and FU-A. Each unit in the file is led by its length. */
export function depacketizeH264(packets: readonly RtpPacket[]): Frame | undefined {
  const units = unitsOf(packets)?.filter((unit) => unit.length > 0 && typeOf(unit) !== NAL.delimiter);
  if (!units || units.length === 0) return undefined;
  const key = units.some((unit) => typeOf(unit) === NAL.idr);
  const data = Buffer.concat(units.flatMap((unit) => [uint32(unit.length), unit]));
  const [sps, pps] = [NAL.sps, NAL.pps].map((type) => units.find((unit) => typeOf(unit) === type));
  return { data, key, ...(key && sps && sps.length >= 4 && pps && { configuration: configurationOf(sps, pps) }) };
}

function unitsOf(packets: readonly RtpPacket[]): Buffer[] | undefined {
  const units: Buffer[] = [];
  let parts: Buffer[] | undefined;
  for (const { payload } of packets) {
    const type = typeOf(payload);
    if (type === NAL.stapA) {
      for (let at = 1; at + 2 <= payload.length; at += 2 + payload.readUInt16BE(at)) units.push(payload.subarray(at + 2, at + 2 + payload.readUInt16BE(at)));
    } else if (type === NAL.fuA) {
      const head = payload[1] ?? 0;
      if (head & 0x80) parts = [Buffer.from([(payload[0]! & 0xe0) | (head & 0x1f)])];
      if (!parts) return undefined;
      parts.push(payload.subarray(2));
      if (head & 0x40) {
        units.push(Buffer.concat(parts));
        parts = undefined;
      }
    } else {
      units.push(payload);
    }
  }
  return parts ? undefined : units;
}

/** ISO/IEC 14496-15, 5.3.3.1: with lengths of four bytes. */
function configurationOf(sps: Buffer, pps: Buffer): Buffer {
  return Buffer.concat([Buffer.from([1, sps[1]!, sps[2]!, sps[3]!, 0xff, 0xe1]), uint16(sps.length), sps, Buffer.from([1]), uint16(pps.length), pps]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
