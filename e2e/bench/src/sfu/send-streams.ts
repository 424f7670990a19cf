import { createSocket } from 'node:dgram';
import { AUDIO, type Stream, VIDEO } from './streams.ts';

export interface Sending {
  /** Packets so far. */
  count(): number;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Sends both streams to a port at an even pace, until it is stopped. */
export function sendStreams(port: number): Sending {
  const socket = createSocket('udp4');
  const sent = new Map<Stream, number>([[AUDIO, 0], [VIDEO, 0]]);
  let sending = true;
  let last = performance.now();
  /** Milliseconds of sending so far. */
  let elapsed = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    if (sending) elapsed += now - last;
    last = now;
    for (const [stream, before] of sent) {
      const due = Math.floor((elapsed * stream.packetsPerSecond) / 1000);
      for (let index = before; index < due; index++) socket.send(packet(stream, index), port, '127.0.0.1');
      sent.set(stream, due);
    }
  }, 2);
  return {
    count: () => [...sent.values()].reduce((sum, count) => sum + count, 0),
    pause: () => {
      sending = false;
    },
    resume: () => {
      last = performance.now();
      sending = true;
    },
    stop: () => {
      clearInterval(timer);
      socket.close();
    },
  };
}

/** RFC 3550; a voice bears its level (RFC 6464), which rises and falls as syllables do. */
function packet(stream: Stream, index: number): Buffer {
  const level = index % 16 > 10 ? 100 : 20;
  const extension = stream.kind === 'audio' ? Buffer.from([0xbe, 0xde, 0, 1, 0x10, 0x80 | level, 0, 0]) : Buffer.alloc(0);
  const header = Buffer.alloc(12);
  header[0] = stream.kind === 'audio' ? 0x90 : 0x80;
  header[1] = 0x80 | stream.payloadType;
  header.writeUInt16BE(index & 0xff_ff, 2);
  header.writeUInt32BE((index * stream.ticksPerPacket) >>> 0, 4);
  header.writeUInt32BE(stream.ssrc, 8);
  return Buffer.concat([header, extension, stream.payload]);
}
