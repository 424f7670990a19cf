import type { RecordedTrack, RecordingManifest } from '@parvis/sfu-protocol';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeVideo } from './compose-video.ts';
import type { Person } from './render-person.ts';

const run = promisify(execFile);
const programs = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const never = new AbortController().signal;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-compose-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ffmpeg = (...args: string[]) => run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], { cwd: folder });

/** A plain picture that is white for 200 ms from each of these moments on (seconds of the file). */
const camera = (file: string, size: string, colour: string, seconds: number, flashes: number[]) =>
  ffmpeg('-f', 'lavfi', '-i', `color=c=${colour}:s=${size}:r=25:d=${seconds},drawbox=c=white:t=fill:enable='${flashes.map((at) => `between(t,${at},${at + 0.199})`).join('+') || '0'}'`,
    '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '1M', file);

/** Silence but for a tone of 200 ms from each of these moments on; nothing at all, not even silence, in between `gap`. */
const microphone = (file: string, frequency: number, seconds: number, beeps: number[], gap?: [number, number]) =>
  ffmpeg('-f', 'lavfi', '-i', `aevalsrc='0.5*sin(2*PI*${frequency}*t)*(${beeps.map((at) => `between(t,${at},${at + 0.2})`).join('+') || '0'})':s=48000:d=${seconds}`,
    '-c:a', 'libopus', ...(gap ? ['-bsf:a', `noise=drop='gt(pts*tb,${gap[0]})*lt(pts*tb,${gap[1]})'`] : []), file);

const track = (file: string, peerId: string, source: RecordedTrack['source'], startMs: number, endMs: number): RecordedTrack => ({
  file, peerId, kind: source === 'camera' || source === 'screen' ? 'video' : 'audio', source, startMs, endMs,
});
const manifest = (durationMs: number, tracks: RecordedTrack[], speakers: RecordingManifest['speakers'] = []): RecordingManifest => ({
  recordingId: '00000000-0000-4000-8000-000000000000', durationMs, tracks, speakers, failure: null,
});
const compose = (what: RecordingManifest, people = new Map<string, Person>()) => composeVideo(programs, folder, what, people, never);

/** Brightness (0 to 255) of a part of the picture, frame by frame at 25 a second. */
async function brightness(file: string, crop: string): Promise<number[]> {
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, '-vf', `crop=${crop},scale=1:1:flags=area,format=gray`, '-f', 'rawvideo', '-'], { encoding: 'buffer' });
  return [...stdout];
}

/** Seconds at which it begins to be loud, or bright. */
const onsets = (values: readonly number[], perSecond: number, threshold: number): number[] =>
  values.flatMap((value, index) => (value >= threshold && (values[index - 1] ?? 0) < threshold ? [index / perSecond] : []));

async function beepsIn(file: string): Promise<number[]> {
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', file, '-ac', '1', '-ar', '8000', '-f', 'f32le', '-'], { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  // Loudest of every 10 ms.
  const loudness = Array.from({ length: Math.floor(stdout.length / 4 / 80) }, (_, slot) => Math.max(...Array.from({ length: 80 }, (__, index) => Math.abs(stdout.readFloatLE((slot * 80 + index) * 4)))));
  return onsets(loudness, 100, 0.15);
}

async function probe(file: string): Promise<{ duration: number; codecs: string[]; size: string }> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_name,width,height:format=duration', '-of', 'json', file]);
  const { streams, format } = JSON.parse(stdout) as { streams: { codec_name: string; width?: number; height?: number }[]; format: { duration: string } };
  return { duration: Number(format.duration), codecs: streams.map((stream) => stream.codec_name), size: `${streams[0]?.width}x${streams[0]?.height}` };
}

const LARGE = '200:200:400:250';
const place = (index: number): string => `100:60:${1280 - 256 + 78}:${index * 144 + 42}`;

describe.skipIf(!hasFfmpeg)('a recording', () => {
  it('keeps sound and picture together, after a late start, a pause and a change of size', async () => {
    await camera('wide.webm', '640x360', 'black', 5, [3.3]);
    await camera('small.webm', '320x180', 'black', 6, [3.3]);
    await writeFile(path.join(folder, 'sizes.txt'), "file 'wide.webm'\nfile 'small.webm'\n");
    await ffmpeg('-f', 'concat', '-i', 'sizes.txt', '-c', 'copy', 'camera.webm');
    await microphone('voice.webm', 440, 11, [3.8, 8.8], [4.5, 7.5]);
    // As a media host writes it: the file's clock ran for 5 s before anything came.
    await ffmpeg('-i', 'voice.webm', '-c', 'copy', '-output_ts_offset', '5', 'microphone.webm');
    const file = await compose(manifest(12_000, [track('camera.webm', 'ann', 'camera', 700, 11_700), track('microphone.webm', 'ann', 'microphone', 200 - 5_000, 11_200)]));

    const flashes = onsets(await brightness(file, LARGE), 25, 128);
    const beeps = await beepsIn(file);
    expect([flashes.length, beeps.length]).toEqual([2, 2]);
    for (const [index, at] of [4, 9].entries()) {
      expect(Math.abs(flashes[index]! - at)).toBeLessThan(0.1);
      expect(Math.abs(beeps[index]! - at)).toBeLessThan(0.1);
      expect(Math.abs(flashes[index]! - beeps[index]!)).toBeLessThan(0.1);
    }
    expect(await probe(file)).toEqual({ duration: expect.closeTo(12, 0), codecs: ['h264', 'aac'], size: '1280x720' });
  });

  it('shows who speaks large and the others small, and mixes what they say', async () => {
    await Promise.all([camera('ann.webm', '640x360', 'white', 8, []), camera('bob.webm', '640x360', 'gray', 6, []), microphone('ann-voice.webm', 440, 8, [1]), microphone('bob-voice.webm', 880, 6, [3])]);
    const file = await compose(manifest(8_000, [
      track('ann.webm', 'ann', 'camera', 0, 8_000), track('bob.webm', 'bob', 'camera', 2_000, 8_000),
      track('ann-voice.webm', 'ann', 'microphone', 0, 8_000), track('bob-voice.webm', 'bob', 'microphone', 2_000, 8_000),
    ], [{ atMs: 0, peerId: 'ann' }, { atMs: 5_000, peerId: 'bob' }]));

    const [large, small] = [await brightness(file, LARGE), await brightness(file, place(0))];
    const at = (values: number[], seconds: number) => Math.round(values[seconds * 25]! / 64);
    expect([1, 4, 6].map((second) => at(large, second))).toEqual([4, 4, 2]);
    expect([1, 4, 6].map((second) => at(small, second))).toEqual([0, 2, 4]);
    expect((await beepsIn(file)).map(Math.round)).toEqual([1, 5]);
  });

  it('gives a shared screen the room', async () => {
    await Promise.all([camera('face.webm', '640x360', 'gray', 6, []), camera('screen.webm', '960x540', 'white', 2, [])]);
    const file = await compose(manifest(6_000, [track('face.webm', 'ann', 'camera', 0, 6_000), track('screen.webm', 'ann', 'screen', 2_000, 4_000)], [{ atMs: 0, peerId: 'ann' }]));
    const large = await brightness(file, LARGE);
    expect([1, 3, 5].map((second) => Math.round(large[second * 25]! / 64))).toEqual([2, 4, 2]);
  });

  it('names whom it shows, and has a card for who speaks without a camera', async () => {
    await Promise.all([camera('ann.webm', '640x360', 'white', 6, []), microphone('ann-voice.webm', 440, 6, [1]), microphone('bob-voice.webm', 880, 6, [4])]);
    const people = new Map([['ann', { id: 'a1', name: 'Ann <b>&amp;' }], ['bob', { id: 'b1', name: 'Łukasz Wiśniewski-Bernardini-Montanelli de la Torre '.repeat(4) }]]);
    const file = await compose(manifest(6_000, [
      track('ann.webm', 'ann', 'camera', 0, 6_000), track('ann-voice.webm', 'ann', 'microphone', 0, 6_000), track('bob-voice.webm', 'bob', 'microphone', 0, 6_000),
    ], [{ atMs: 0, peerId: 'ann' }, { atMs: 3_000, peerId: 'bob' }]), people);
    const seen = async (crop: string) => {
      const values = await brightness(file, crop);
      return [1, 5].map((second) => Math.round(values[second * 25]! / 64));
    };
    // White is Ann's camera, and dark Bob's card; on a plate white is darker.
    expect(await seen('40:20:300:300')).toEqual([4, 1]);
    expect(await seen('40:20:1130:20')).toEqual([1, 4]);
    expect((await seen('60:16:1036:116'))[1]).toBeLessThan(3);
    // In the middle of Bob's card are his initials.
    expect((await brightness(file, '80:60:472:330'))[125]).toBeGreaterThan(90);
  });

  it('is made of what can be read, also without any picture', async () => {
    await microphone('voice.webm', 440, 3, [1]);
    await writeFile(path.join(folder, 'broken.webm'), 'not a video');
    const file = await compose(manifest(3_000, [
      track('voice.webm', 'ann', 'microphone', 0, 3_000), track('broken.webm', 'bob', 'camera', 0, 3_000), track('lost.webm', 'bob', 'microphone', 0, 3_000),
    ]));
    expect(await beepsIn(file)).toHaveLength(1);
    expect((await probe(file)).codecs).toEqual(['h264', 'aac']);
  });

  it('is nothing when nothing of it can be read', async () => {
    await expect(compose(manifest(3_000, [track('lost.webm', 'bob', 'camera', 0, 3_000)]))).rejects.toThrow('none of its tracks can be read');
  });

  it('ends when it is told to', async () => {
    await camera('long.webm', '320x180', 'gray', 20, []);
    const stopped = new AbortController();
    const composing = composeVideo(programs, folder, manifest(20_000, [track('long.webm', 'ann', 'camera', 0, 20_000)]), new Map(), stopped.signal);
    stopped.abort();
    await expect(composing).rejects.toMatchObject({ name: 'AbortError' });
    await expect(stat(path.join(folder, 'graph.txt'))).resolves.toBeDefined();
  });
});
