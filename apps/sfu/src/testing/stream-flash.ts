import { execFile, spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestTrack } from './test-peer.ts';

/** Where the flash and the tone are in what is sent. */
const AT_MS = 1_500;

/**
 * Sends three seconds of darkness and silence with a flash and a tone in the middle, by real encoders.
 * @returns when the flash and the tone left (performance.now), by the packets that were quickest: a busy machine delays some
 */
export async function streamFlash(folder: string, camera: TestTrack, microphone: TestTrack): Promise<{ flash: number; tone: number }> {
  const senders = await Promise.all([forward(camera, 90), forward(microphone, 48)]);
  const [pictures, sound] = senders.map(({ socket }) => `rtp://127.0.0.1:${socket.address().port}?pkt_size=1200`);
  // Encoded before: an encoder that starts slowly is made up for in a burst, as no device does.
  await promisify(execFile)('ffmpeg', [
    '-nostdin', '-v', 'error', '-f', 'lavfi', '-i', "color=c=black:s=320x180:r=25:d=3,drawbox=c=white:t=fill:enable='between(t,1.5,1.9)'", '-f', 'lavfi', '-i', "aevalsrc='0.5*sin(880*PI*t)*between(t,1.5,1.9)':s=48000:d=3",
    '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-g', '25', '-c:a', 'libopus', '-ac', '2', path.join(folder, 'flash.webm'),
  ]);
  const child = spawn('ffmpeg', [
    '-nostdin', '-v', 'error', '-re', '-i', path.join(folder, 'flash.webm'), '-c', 'copy',
    '-map', '0:v', '-payload_type', '96', '-ssrc', String(camera.ssrc), '-f', 'rtp', pictures!, '-c', 'copy', '-map', '0:a', '-payload_type', '111', '-ssrc', String(microphone.ssrc), '-f', 'rtp', sound!,
  ], { stdio: 'ignore' });
  await once(child, 'close');
  for (const { socket } of senders) socket.close();
  const [flash, tone] = senders.map(({ beganAt }) => beganAt() + AT_MS);
  return { flash: flash!, tone: tone! };
}

/** @param ticks of its timestamps in a millisecond. */
async function forward({ producer }: TestTrack, ticks: number): Promise<{ socket: Socket; beganAt: () => number }> {
  let first: number | undefined;
  let began = Infinity;
  const socket = createSocket('udp4', (packet) => {
    const timestamp = packet.readUInt32BE(4);
    first ??= timestamp;
    began = Math.min(began, performance.now() - ((timestamp - first) | 0) / ticks);
    producer.send(packet);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { socket, beganAt: () => began };
}

/** When a file becomes bright, or loud, first: milliseconds of its own clock. */
export async function onsetIn(file: string, kind: 'audio' | 'video'): Promise<number> {
  const [filter, tag, threshold] = kind === 'video' ? ['movie=FILE,signalstats', 'lavfi.signalstats.YAVG', 128] as const : ['amovie=FILE,astats=metadata=1:reset=1', 'lavfi.astats.Overall.Peak_level', -15] as const;
  const { stdout } = await promisify(execFile)('ffprobe', ['-v', 'error', '-f', 'lavfi', '-i', filter.replace('FILE', file), '-show_entries', `frame=pts_time:frame_tags=${tag}`, '-of', 'json']);
  const { frames } = JSON.parse(stdout) as { frames: { pts_time: string; tags?: Record<string, string> }[] };
  return Number(frames.find(({ tags }) => Number(tags?.[tag]) > threshold)?.pts_time) * 1_000;
}
