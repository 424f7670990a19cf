import { sfuWorker } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readMatroska } from '../testing/read-matroska.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';
import { TestPeer, type TestTrack } from '../testing/test-peer.ts';
import type { TestServer } from '../testing/test-server.ts';

describe.skipIf(!(await sfuWorker()))('a recording', () => {
  let host: TestHost;
  let server: TestServer;
  let roomId: string;
  let recordingId: string;
  beforeEach(async () => {
    host = await startTestHost();
    await host.ready();
    // Whether this machine has an ffmpeg is another matter: nothing here needs it.
    host.host.records = true;
    server = await host.connect();
    [roomId, recordingId] = [randomUUID(), randomUUID()];
  });
  const join = (): Promise<TestPeer> => new TestPeer(host, server, roomId).join();
  const start = () => server.call('startRecording', { roomId, epoch: 1, recordingId });
  const stop = () => server.call('stopRecording', { roomId, recordingId });
  const fetchFile = (file: string, id = recordingId, secret = host.secret) => fetch(`http://127.0.0.1:${host.port}/recordings/${id}/${file}`, { headers: { authorization: `Bearer ${secret}` } });
  const blocksOf = async (file: string) => readMatroska(Buffer.from(await (await fetchFile(file)).arrayBuffer())).blocks;
  const recording = () => host.host.recordings.start(recordingId, host.host.rooms.require(roomId, 1));

  /** Speaks, as a browser does, for so long; timestamps count from `ticks`. */
  async function speak(track: TestTrack, ms: number, ticks: number, each?: () => void): Promise<void> {
    const begun = performance.now();
    for (let at = 0; at < ms; at += 20) {
      while (performance.now() - begun < at) await new Promise((resolve) => setTimeout(resolve, 2));
      track.emit(20, ticks + at * 48);
      each?.();
    }
  }

  /** How far from where it was said each packet is found: the median, since a busy machine delays some. */
  async function offsetsIn({ file, startMs }: { file: string; startMs: number }, track: TestTrack, began: number, from: number, to: number): Promise<number> {
    const offsets = (await blocksOf(file)).flatMap(({ ms, data }) => {
      const number = data.readUInt16BE(data.length - 2);
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
    await speak(late, 3_000, 77_777, () => camera.emit());
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
    const { process: { child } } = await recording();
    process.kill(child.pid!, 'SIGKILL');
    expect(await server.event((event) => event.type === 'recording_failed')).toMatchObject({ roomId, recordingId, reason: 'the recorder ended (SIGKILL)' });
    const manifest = await stop();
    expect(manifest.failure).toContain('SIGKILL');
    expect(manifest.tracks).toHaveLength(1);
    expect((await blocksOf(manifest.tracks[0]!.file)).length).toBeGreaterThan(40);
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
    const written = (file: string) => {
      const name = path.join(host.recordings, recordingId, file);
      return existsSync(name) ? readMatroska(readFileSync(name)) : undefined;
    };
    // Blocks are written once a second is full, or at the end: this one's second isn't.
    await goesOn.emitUntil(() => written('0-microphone.mka')?.blocks.length === 10 && written('1-microphone.mka') !== undefined);
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

  it('is refused where it could not be put together', async () => {
    const without = await startTestHost({ PARVIS_SFU_FFMPEG: '/nowhere/ffmpeg' });
    await without.ready();
    const other = await without.connect();
    await new TestPeer(without, other, roomId).join();
    expect(await other.call('getStatus', {})).toMatchObject({ records: false });
    await expect(other.call('startRecording', { roomId, epoch: 1, recordingId })).rejects.toThrow('recording_unavailable');
  });
});
