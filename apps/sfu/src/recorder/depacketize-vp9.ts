import type { Frame } from './frame.ts';
import type { RtpPacket } from './rtp-packet.ts';

/** RFC 9628. The layers of one picture go into one superframe (VP9 bitstream, annex B). */
export function depacketizeVp9(packets: readonly RtpPacket[]): Frame | undefined {
  const layers: Buffer[][] = [];
  let key = false;
  let size: Frame['size'];
  for (const { payload } of packets) {
    const descriptor = parseDescriptor(payload);
    if (descriptor.begins) {
      if (layers.length === 0) key = !descriptor.predicted;
      layers.push([]);
    }
    size = descriptor.size ?? size;
    const layer = layers.at(-1);
    if (!layer) return undefined;
    layer.push(payload.subarray(descriptor.length));
  }
  const frames = layers.map((parts) => Buffer.concat(parts)).filter((frame) => frame.length > 0);
  if (frames.length === 0) return undefined;
  return { data: frames.length === 1 ? frames[0]! : superframe(frames), key, ...(key && size && { size }) };
}

interface Descriptor {
  length: number;
  begins: boolean;
  predicted: boolean;
  /** Of the largest layer, when the structure is told. */
  size?: { width: number; height: number };
}

function parseDescriptor(payload: Buffer): Descriptor {
  const first = payload[0]!;
  const has = (bit: number): boolean => (first & bit) !== 0;
  let at = 1;
  if (has(0x80)) at += (payload[at] ?? 0) & 0x80 ? 2 : 1;
  if (has(0x20)) at += has(0x10) ? 1 : 2;
  if (has(0x10) && has(0x40)) {
    while ((payload[at++] ?? 0) & 1);
  }
  const descriptor: Descriptor = { length: at, begins: has(0x08), predicted: has(0x40) };
  return has(0x02) ? withStructure(descriptor, payload) : descriptor;
}

function withStructure(descriptor: Descriptor, payload: Buffer): Descriptor {
  let at = descriptor.length;
  const head = payload[at++] ?? 0;
  const layers = (head >> 5) + 1;
  let size: Descriptor['size'];
  if (head & 0x10) {
    const last = at + 4 * (layers - 1);
    if (last + 4 <= payload.length) size = { width: payload.readUInt16BE(last), height: payload.readUInt16BE(last + 2) };
    at += 4 * layers;
  }
  if (head & 0x08) {
    const pictures = payload[at++] ?? 0;
    for (let index = 0; index < pictures; index++) at += 1 + (((payload[at] ?? 0) >> 2) & 3);
  }
  return { ...descriptor, length: at, size };
}

function superframe(frames: readonly Buffer[]): Buffer {
  const marker = 0xc0 | (3 << 3) | (frames.length - 1);
  const index = Buffer.alloc(2 + 4 * frames.length, marker);
  frames.forEach((frame, at) => index.writeUInt32LE(frame.length, 1 + 4 * at));
  return Buffer.concat([...frames, index]);
}
