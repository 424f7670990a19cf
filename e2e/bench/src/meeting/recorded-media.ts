import { execFile } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

/** A packet as it is sent again and again. `at`: ticks of its clock since the first one. */
export interface RecordedPacket {
  at: number;
  marker: boolean;
  payload: Buffer;
}
export interface RecordedStream {
  clockRate: number;
  /** Ticks from one round to the next. */
  ticks: number;
  packets: readonly RecordedPacket[];
}
export interface RecordedMedia {
  audio: RecordedStream;
  video: RecordedStream;
}

/** Seconds of it; a key frame begins each. */
const SECONDS = 10;
const HEADER = 12;

const run = promisify(execFile);

/**
 * A voice (Opus, 32 kbit/s) and a moving picture (VP8, 320x180 at 150 kbit/s: what a camera sends to tiles
 * of this size), encoded once by ffmpeg and taken as the packets that it makes of them (RFC 7587, RFC 7741).
 */
export async function recordMedia(fps: number): Promise<RecordedMedia> {
  const [audio, video] = await Promise.all([listen(), listen()]);
  try {
    const length = ['-t', String(SECONDS)];
    await run('ffmpeg', [
      '-v', 'error', '-re', '-f', 'lavfi', '-i', 'aevalsrc=0.4*sin(2*PI*180*t)*gt(sin(2*PI*1.3*t)\\,-0.2):s=48000', '-re', '-f', 'lavfi', '-i', `testsrc2=size=320x180:rate=${fps}`,
      ...length, '-map', '0:a', '-c:a', 'libopus', '-b:a', '32k', '-f', 'rtp', `rtp://127.0.0.1:${audio.port}`,
      ...length, '-map', '1:v', '-c:v', 'libvpx', '-deadline', 'realtime', '-b:v', '150k', '-maxrate', '200k', '-bufsize', '150k', '-g', String(fps), '-f', 'rtp', `rtp://127.0.0.1:${video.port}`,
    ]);
    return { audio: streamOf(audio.packets, 48_000), video: streamOf(video.packets, 90_000) };
  } finally {
    for (const { socket } of [audio, video]) socket.close();
  }
}

async function listen(): Promise<{ socket: Socket; port: number; packets: Buffer[] }> {
  const socket = createSocket('udp4');
  const packets: Buffer[] = [];
  socket.on('message', (packet) => packets.push(packet));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { socket, port: (socket.address() as AddressInfo).port, packets };
}

function streamOf(packets: readonly Buffer[], clockRate: number): RecordedStream {
  if (packets.length === 0) throw new Error('ffmpeg made nothing to send');
  const first = packets[0]!.readUInt32BE(4);
  const ticks = SECONDS * clockRate;
  const all = packets.map((packet) => ({ at: (packet.readUInt32BE(4) - first) >>> 0, marker: (packet[1]! & 0x80) !== 0, payload: packet.subarray(HEADER) }));
  // An encoder's last packet may reach beyond the end.
  return { clockRate, ticks, packets: all.filter(({ at }) => at < ticks) };
}
