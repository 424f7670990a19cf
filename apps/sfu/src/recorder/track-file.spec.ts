import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readMatroska } from '../testing/read-matroska.ts';
import { rtpPacket, VP8_DELTA_FRAME, VP8_KEY_FRAME } from '../testing/rtp.ts';
import type { RecordedCodec } from './messages.ts';
import { TrackFile } from './track-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-track-'));
});
afterEach(() => rm(folder, { recursive: true }));

function written(codec: RecordedCodec) {
  const file = path.join(folder, 'track.mkv');
  let asked = 0;
  const failures: string[] = [];
  const track = new TrackFile({ track: 0, file, codec, needKeyFrame: () => asked++, failed: (reason) => failures.push(reason) });
  let sequence = 100;
  const push = (payload: Buffer, atMs: number, timestamp: number, marker = true): void => {
    track.receive(rtpPacket({ payloadType: 96, ssrc: 1, sequence: sequence++, timestamp, payload, marker }), atMs);
  };
  const lose = (): void => void sequence++;
  return { file, track, push, lose, failures, asked: () => asked, read: async () => readMatroska(await readFile(file)) };
}

const frames = (packets: string): string[] => packets.trim().split('\n');
const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;

it('writes sound packet by packet, and a pause as a gap', async () => {
  const { track, push, read } = written('opus');
  for (let index = 0; index < 50; index++) push(Buffer.from([0xf8, 0xff, 0xfe]), 1_500 + 20 * index, 960 * index);
  // Muted for three seconds, which this sender's timestamps don't count.
  for (let index = 0; index < 50; index++) push(Buffer.from([0xf8, 0xff, 0xfe]), 5_500 + 20 * index, 960 * (50 + index));
  await track.close();
  expect(track.span).toEqual({ track: 0, startMs: 1_500, endMs: 6_500 });
  const { codec, blocks } = await read();
  expect(codec).toBe('A_OPUS');
  expect(blocks.map((block) => block.ms)).toEqual([...Array(50).keys()].flatMap((index) => [20 * index]).concat([...Array(50).keys()].map((index) => 4_000 + 20 * index)));
});

it('begins with a key frame, and asks for one until it comes', async () => {
  const { track, push, read, asked } = written('vp8');
  push(VP8_DELTA_FRAME, 0, 0);
  expect(asked()).toBe(1);
  push(VP8_KEY_FRAME, 40, 3_600);
  push(VP8_DELTA_FRAME, 80, 7_200);
  await track.close();
  const { codec, width, blocks } = await read();
  expect([codec, width, track.span.startMs]).toEqual(['V_VP8', 320, 40]);
  expect(blocks.map(({ ms, key }) => [ms, key])).toEqual([[0, true], [40, false]]);
});

it('leaves out what builds on a lost picture', async () => {
  const { track, push, lose, read, asked } = written('vp8');
  push(VP8_KEY_FRAME, 0, 0);
  lose();
  push(VP8_DELTA_FRAME, 400, 36_000);
  push(VP8_DELTA_FRAME, 800, 72_000);
  expect(asked()).toBe(1);
  push(VP8_KEY_FRAME, 1_200, 108_000);
  await track.close();
  expect((await read()).blocks.map(({ ms, key }) => [ms, key])).toEqual([[0, true], [1_200, true]]);
});

it('puts a picture of several packets together', async () => {
  const { track, push, read } = written('vp8');
  push(VP8_KEY_FRAME, 0, 0, false);
  push(Buffer.from([0x00, 1, 2, 3]), 1, 0, false);
  push(Buffer.from([0x00, 4, 5, 6]), 2, 0);
  await track.close();
  expect((await read()).blocks.map(({ data }) => data)).toEqual([Buffer.concat([VP8_KEY_FRAME.subarray(1), Buffer.from([1, 2, 3, 4, 5, 6])])]);
});

it('makes one superframe of the layers of a VP9 picture', async () => {
  const { track, push, read } = written('vp9');
  // F=0 L=1 B=1 E=1 with a layer and TL0PICIDX; the second layer ends the picture.
  push(Buffer.from([0x2c, 0x00, 0x00, 0xaa, 0xab]), 0, 0, false);
  push(Buffer.from([0x2c, 0x03, 0x00, 0xbb]), 1, 0);
  await track.close();
  const { codec, blocks } = await read();
  expect(codec).toBe('V_VP9');
  expect(blocks.map(({ data }) => data)).toEqual([Buffer.from([0xaa, 0xab, 0xbb, 0xd9, 2, 0, 0, 0, 1, 0, 0, 0, 0xd9])]);
});

it('writes H.264 with what its decoder must know, and its parts joined', async () => {
  const { track, push, read, file } = written('h264');
  const [sps, pps] = [Buffer.from([0x67, 0x42, 0xe0, 0x1f, 0x01]), Buffer.from([0x68, 0xce, 0x3c])];
  push(Buffer.concat([Buffer.from([0x78, 0, sps.length]), sps, Buffer.from([0, pps.length]), pps]), 0, 0, false);
  push(Buffer.from([0x7c, 0x85, 1, 2]), 1, 0, false);
  push(Buffer.from([0x7c, 0x45, 3, 4]), 2, 0);
  await track.close();
  const { codec, blocks } = await read();
  expect(codec).toBe('V_MPEG4/ISO/AVC');
  expect(blocks).toHaveLength(1);
  expect(blocks[0]!.data.subarray(-9)).toEqual(Buffer.from([0, 0, 0, 5, 0x65, 1, 2, 3, 4]));
  expect((await readFile(file)).includes(Buffer.concat([Buffer.from([1, 0x42, 0xe0, 0x1f, 0xff, 0xe1, 0, sps.length]), sps]))).toBe(true);
});

it('leaves no file of a track that nothing came of, and passes over what is no RTP', async () => {
  const { track, read } = written('opus');
  for (const data of [Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(40, 0xff), Buffer.from([0x80, 200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), Buffer.from([0xa0, 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff])]) track.receive(data, 0);
  await track.close();
  expect(track.span).toEqual({ track: 0, startMs: null, endMs: 0 });
  await expect(read()).rejects.toThrow('ENOENT');
});

it.each(['opus', 'vp8', 'vp9', 'h264'] as const)('survives whatever is sent as %s', async (codec) => {
  const { track } = written(codec);
  const packet = fc.record({ payload: fc.uint8Array({ minLength: 0, maxLength: 24 }), timestamp: fc.nat(0xff_ff_ff_ff), step: fc.nat(3), marker: fc.boolean() });
  let [at, sequence] = [0, 0];
  fc.assert(fc.property(packet, ({ payload, step, ...fields }) => {
    sequence += step;
    track.receive(rtpPacket({ payloadType: 96, ssrc: 1, payload: Buffer.from(payload), sequence, ...fields }), at++);
  }), { numRuns: 3_000 });
  await track.close();
});

it('tells when it cannot write', async () => {
  const { track, push, failures, file } = written('opus');
  await rm(path.dirname(file), { recursive: true });
  push(Buffer.from([0xf8, 0xff, 0xfe]), 0, 0);
  await track.close();
  expect(failures[0]).toContain('ENOENT');
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-track-'));
});

it.skipIf(!hasFfprobe)('writes what ffmpeg reads, times and all', async () => {
  const { track, push, file } = written('opus');
  for (const at of [0, 20, 40, 2_000]) push(Buffer.from([0xf8, 0xff, 0xfe]), at, at * 48);
  await track.close();
  const probe = spawnSync('ffprobe', ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file], { encoding: 'utf8' });
  expect([probe.stderr, frames(probe.stdout)]).toEqual(['', ['0.000000', '0.020000', '0.040000', '2.000000']]);
});
