import { execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { VideoCodec } from './rtp.ts';
import type { TestTrack } from './test-peer.ts';

const run = promisify(execFile);

const ENCODERS: Record<VideoCodec, { args: string[]; type: string }> = {
  VP8: { args: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8'], type: 'webm' },
  VP9: { args: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'], type: 'webm' },
  H264: { args: ['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p', '-profile:v', 'baseline', '-bsf:v', 'dump_extra', '-f', 'h264'], type: 'h264' },
};

/** Sends a moving picture, two seconds of each of these sizes, with a key frame each second, at its own pace. */
export async function streamVideo(folder: string, codec: VideoCodec, sizes: readonly string[], track: TestTrack): Promise<void> {
  const { args, type } = ENCODERS[codec];
  const files = sizes.map((size, index) => path.join(folder, `${codec}-${index}-${size}.${type}`));
  for (const [index, file] of files.entries()) await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', `testsrc=s=${sizes[index]}:r=25:d=2`, '-g', '25', ...args, file]);
  const list = path.join(folder, `${codec}.txt`);
  await writeFile(list, files.map((file) => `file '${file}'\n`).join(''));
  const input = type === 'h264' ? ['-framerate', '25', '-f', 'h264', '-i', `concat:${files.join('|')}`] : ['-f', 'concat', '-safe', '0', '-i', list];
  const socket = createSocket('udp4', (packet) => track.producer.send(packet));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const output = ['-strict', 'experimental', '-payload_type', '96', '-ssrc', String(track.ssrc), '-f', 'rtp', `rtp://127.0.0.1:${socket.address().port}?pkt_size=1200`];
  const child = spawn('ffmpeg', ['-nostdin', '-v', 'error', '-re', ...input, '-c', 'copy', ...output], { stdio: 'ignore' });
  await once(child, 'close');
  socket.close();
}
