import { sfuWorker } from '@parvis/testing';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readTrack } from '../testing/read-track.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { onsetIn, streamFlash } from '../testing/stream-flash.ts';
import { streamVideo } from '../testing/stream-video.ts';
import { TestPeer, type TestTrack } from '../testing/test-peer.ts';
import type { TestServer } from '../testing/test-server.ts';
import { hasGstreamer } from './gstreamer.ts';

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
const DAY_MS = 24 * 3_600_000;

describe.skipIf(!(await sfuWorker()) || !(await hasGstreamer('')) || !hasFfmpeg)('a recording', () => {
  let host: TestHost;
  let server: TestServer;
  let roomId: string;
  let recordingId: string;
  beforeEach(async () => {
    host = await startTestHost();
    await host.ready();
    server = await host.connect();
    if (!host.host.records) await server.event((event) => event.type === 'status' && event.status.records);
    [roomId, recordingId] = [randomUUID(), randomUUID()];
  });
  const join = (): Promise<TestPeer> => new TestPeer(host, server, roomId).join();
  const start = () => server.call('startRecording', { roomId, epoch: 1, recordingId });
  const stop = () => server.call('stopRecording', { roomId, recordingId });
  const fetchFile = (file: string, id = recordingId, secret = host.secret) => fetch(`http://127.0.0.1:${host.port}/recordings/${id}/${file}`, { headers: { authorization: `Bearer ${secret}` } });
  const packetsOf = (file: string) => readTrack(path.join(host.recordings, recordingId, file));
  const recording = () => host.host.recordings.start(recordingId, host.host.rooms.require(roomId, 1));

  /** Speaks, as a browser does, for so long; timestamps count from `ticks`. */
  async function speak(track: TestTrack, ms: number, ticks: number, each?: (at: number) => void): Promise<void> {
    const begun = performance.now();
    for (let at = 0; at < ms; at += 20) {
      while (performance.now() - begun < at) await new Promise((resolve) => setTimeout(resolve, 2));
      track.emit(20, ticks + at * 48);
      each?.(at);
    }
  }

  /** How far from where it was said each packet is found: the median, since a busy machine delays some. */
  async function offsetsIn({ file, startMs }: { file: string; startMs: number }, track: TestTrack, began: number, from: number, to: number): Promise<number> {
    const offsets = (await packetsOf(file)).flatMap(({ ms, tail }) => {
      const number = tail.readUInt16BE(tail.length - 2);
      return number >= from && number <= to ? [startMs + ms - (track.emittedAt[number]! - began)] : [];
    });
    expect(offsets.length).toBeGreaterThan(10);
    return offsets.sort((a, b) => a - b)[offsets.length >> 1]!;
  }

  it('puts who pauses and who comes late where they were, within 100 ms', async () => {
    const [ann, ben] = [await join(), await join()];
    const microphone = await ann.send('microphone');
    await start();
    const began = (await recording()).startedMs;
    await speak(microphone, 400, 0);
    await server.call('updateProducer', { ...ann.ids, producerId: microphone.id, action: 'pause' });
    const late = await ben.send('microphone');
    const camera = await ben.send('camera');
    await speak(late, 3_000, 77_777, (at) => camera.emit(undefined, at * 90));
    await server.call('updateProducer', { ...ann.ids, producerId: microphone.id, action: 'resume' });
    // The worst kind of sender: its timestamps know nothing of the pause.
    await speak(microphone, 400, 400 * 48);
    const manifest = await stop();

    expect(manifest).toMatchObject({ recordingId, failure: null });
    expect(manifest.tracks.map(({ peerId, source, kind }) => [peerId, source, kind])).toEqual([[ann.id, 'microphone', 'audio'], [ben.id, 'microphone', 'audio'], [ben.id, 'camera', 'video']]);
    const [ofAnn, ofBen, video] = manifest.tracks;
    expect(Math.abs(await offsetsIn(ofAnn!, microphone, began, 1, 20))).toBeLessThan(100);
    expect(Math.abs(await offsetsIn(ofAnn!, microphone, began, 21, 40))).toBeLessThan(100);
    expect(Math.abs(await offsetsIn(ofBen!, late, began, 1, 150))).toBeLessThan(100);
    expect(Math.abs(await offsetsIn(video!, camera, began, 1, 150))).toBeLessThan(100);
    expect(ofAnn!.endMs - ofAnn!.startMs).toBeGreaterThan(3_000);
    expect(manifest.durationMs).toBeGreaterThanOrEqual(ofAnn!.endMs - 100);
    expect(manifest.speakers[0]).toMatchObject({ atMs: 0, peerId: null });
    expect(manifest.speakers.every((entry, index) => index === 0 || entry.atMs >= manifest.speakers[index - 1]!.atMs)).toBe(true);
  });

  it('has pictures and voices of real encoders where they were sent, within 100 ms', async () => {
    const ann = await join();
    const [camera, microphone] = [await ann.send('camera'), await ann.send('microphone')];
    await start();
    const began = (await recording()).startedMs;
    const sent = await streamFlash(host.recordings, camera, microphone);
    const { tracks } = await stop();
    expect(tracks.map(({ source }) => source)).toEqual(['camera', 'microphone']);
    const [flash, tone] = await Promise.all(tracks.map(async ({ file, kind, startMs }) => began + startMs + (await onsetIn(path.join(host.recordings, recordingId, file), kind))));
    expect(Math.abs(flash! - sent.flash)).toBeLessThan(100);
    expect(Math.abs(tone! - sent.tone)).toBeLessThan(100);
  });

  it('asks the sender for all that it can give while it runs', async () => {
    const ann = await join();
    const camera = await ann.send('camera', { layers: 3 });
    await start();
    expect(await server.event((event) => event.type === 'peer' && event.event.type === 'wanted_layers' && event.event.spatialLayer === 2)).toMatchObject({ event: { producerId: camera.id } });
    server.events.length = 0;
    await stop();
    await server.event((event) => event.type === 'peer' && event.event.type === 'wanted_layers' && event.event.spatialLayer === -1);
  });

  it('keeps what there is when its recorder dies, and says so at once', async () => {
    const ann = await join();
    const microphone = await ann.send('microphone');
    await start();
    await speak(microphone, 2_400, 0);
    const [held] = (await recording()).captured;
    held!.capture!.writer.child.kill('SIGKILL');
    expect(await server.event((event) => event.type === 'recording_failed')).toMatchObject({ roomId, recordingId, reason: 'the recorder ended (SIGKILL)' });
    const manifest = await stop();
    expect(manifest.failure).toContain('SIGKILL');
    expect(manifest.tracks).toHaveLength(1);
    expect((await packetsOf(manifest.tracks[0]!.file)).length).toBeGreaterThan(40);
    expect((await server.call('attachPeer', { ...ann.ids, sources: ['microphone'] })).producers).toHaveLength(1);
  });

  it('is complete when the meeting ends before it is stopped', async () => {
    const ann = await join();
    const microphone = await ann.send('microphone');
    await start();
    await speak(microphone, 100, 0);
    await server.call('closeRoom', { roomId });
    expect(await stop()).toMatchObject({ failure: null, tracks: [{ source: 'microphone' }] });
    expect(await stop()).toMatchObject({ failure: null });
  });

  it('says that it is broken off when the worker dies', async () => {
    const ann = await join();
    await ann.send('microphone');
    await start();
    process.kill(ann.inside.room.home.worker.worker.pid, 'SIGKILL');
    expect(await server.event((event) => event.type === 'recording_failed')).toMatchObject({ recordingId });
    expect(await stop()).toMatchObject({ failure: 'the media worker ended', tracks: [] });
  });

  it('runs once however often it is started', async () => {
    await join();
    const [one, two] = await Promise.all([start(), start()]);
    expect(one).toEqual(two);
  });

  it('gives its files to servers only, and no others; forgets them when told to', async () => {
    const ann = await join();
    const microphone = await ann.send('microphone');
    await start();
    await speak(microphone, 100, 0);
    const { tracks: [track] } = await stop();
    expect((await fetchFile(track!.file)).status).toBe(200);
    expect((await fetchFile(track!.file, recordingId, 'wrong')).status).toBe(401);
    for (const name of ['manifest.json', '..%2f..%2fetc%2fpasswd', '0-microphone.mkv', '%00']) expect((await fetchFile(name)).status, name).toBe(404);
    expect((await fetchFile(track!.file, '..')).status).toBe(404);
    await server.call('forgetRecording', { recordingId });
    expect((await fetchFile(track!.file)).status).toBe(404);
    expect(await readdir(host.recordings)).toEqual([]);
    await expect(stop()).rejects.toThrow('not_found');
  });

  it('completes the file of a track that ends, while others go on', async () => {
    const [ann, ben] = [await join(), await join()];
    const [ends, goesOn] = [await ann.send('microphone'), await ben.send('microphone')];
    await start();
    await speak(ends, 200, 0);
    await server.call('removePeer', ann.ids);
    await goesOn.emitUntil(() => statSync(path.join(host.recordings, recordingId, '1-microphone.mka')).size > 0);
    const [{ done } = { done: undefined }] = (await recording()).captured;
    await done;
    expect((await packetsOf('0-microphone.mka')).length).toBe(10);
    expect((await stop()).tracks.map((track) => track.peerId)).toEqual([ann.id, ben.id]);
  });

  it('can be fetched after its host began anew in the middle of it', async () => {
    const ann = await join();
    const microphone = await ann.send('microphone');
    await start();
    const manifest = path.join(host.recordings, recordingId, 'manifest.json');
    await microphone.emitUntil(() => existsSync(manifest) && readFileSync(manifest, 'utf8').includes('microphone'));
    const next = await startTestHost({ PARVIS_SFU_RECORDINGS_DIR: host.recordings });
    const other = await next.connect();
    expect(await other.call('stopRecording', { roomId, recordingId })).toMatchObject({ recordingId, failure: 'the media host ended', tracks: [{ source: 'microphone' }] });
  });

  it.each(['VP8', 'VP9', 'H264'] as const)('is whole when the size of a picture changes in the middle, as %s', async (codec) => {
    const ann = await join();
    const camera = await ann.send('camera', { codec });
    await start();
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-stream-'));
    try {
      await streamVideo(folder, codec, ['320x180', '160x90'], camera);
    } finally {
      await rm(folder, { recursive: true });
    }
    const { tracks, failure } = await stop();
    expect(failure).toBeNull();
    expect(tracks.map(({ peerId, source }) => [peerId, source])).toEqual(Array.from({ length: codec === 'H264' ? 2 : 1 }, () => [ann.id, 'camera']));
    let frames = 0;
    for (const { file } of tracks) {
      const decoded = spawnSync('ffprobe', ['-v', 'error', '-count_frames', '-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0', path.join(host.recordings, recordingId, file)], { encoding: 'utf8' });
      expect(decoded.stderr).toBe('');
      frames += Number.parseInt(decoded.stdout);
    }
    // Of 100; the second file of H.264 begins with the next key frame.
    expect(frames).toBeGreaterThan(codec === 'H264' ? 60 : 95);
  });

  it('asks for a key frame when something of a picture is lost', async () => {
    const ann = await join();
    const camera = await ann.send('camera');
    await start();
    await camera.emitTimes(5);
    await camera.producer.enableTraceEvent(['pli']);
    const asked = new Promise<void>((resolve) => void camera.producer.on('trace', () => resolve()));
    camera.lose();
    let done = false;
    void asked.then(() => (done = true));
    await camera.emitUntil(() => done);
    expect((await stop()).failure).toBeNull();
  });

  it('that no server asks for is deleted after some days, and no sooner', async () => {
    const ann = await join();
    const microphone = await ann.send('microphone');
    await start();
    await speak(microphone, 100, 0);
    const { recordings } = host.host;
    await recordings.sweep(Date.now() + 30 * DAY_MS);
    expect((await stop()).tracks).toHaveLength(1);
    await recordings.sweep(Date.now() + 6.9 * DAY_MS);
    expect(await readdir(host.recordings)).toEqual([recordingId]);
    const long = new Date(Date.now() - 8 * DAY_MS);
    await utimes(path.join(host.recordings, recordingId, 'manifest.json'), long, long);
    // Whoever asks for it wants it still.
    await fetchFile('0-microphone.mka');
    await recordings.sweep();
    expect(await readdir(host.recordings)).toEqual([recordingId]);
    await recordings.sweep(Date.now() + 7.1 * DAY_MS);
    expect(await readdir(host.recordings)).toEqual([]);
    await expect(stop()).rejects.toThrow('not_found');
  });

  it('is refused where there is no GStreamer', async () => {
    const without = await startTestHost({ PARVIS_SFU_GSTREAMER: '/nowhere' });
    await without.ready();
    const other = await without.connect();
    await new TestPeer(without, other, roomId).join();
    expect(await other.call('getStatus', {})).toMatchObject({ records: false });
    await expect(other.call('startRecording', { roomId, epoch: 1, recordingId })).rejects.toThrow('recording_unavailable');
  });
});
