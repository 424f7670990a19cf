import type { Meeting, Message, Recording } from '@parvis/contracts';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeMediaHost } from '../../fixtures/fake-media-host.ts';
import { Device, ready } from '../../fixtures/meetings.ts';
import { expectRefusal } from '../../fixtures/workspace.ts';

const patience = { timeout: 100_000, interval: 50 };
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

let host: FakeMediaHost;
let server: TestServer;
let voice: Buffer;
let [owner, ann, bob] = [] as unknown as [TestAccount, TestAccount, TestAccount];
const devices: Device[] = [];

/** A second of a tone, as the media host would have recorded it. */
async function recordedVoice(): Promise<Buffer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-voice-'));
  const file = path.join(folder, 'voice.webm');
  await promisify(execFile)('ffmpeg', ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=1', '-c:a', 'libopus', file]);
  const bytes = await readFile(file);
  await rm(folder, { recursive: true });
  return bytes;
}

const oneVoice = { durationMs: 1_000, tracks: [{ file: 'voice.webm', peerId: '00000000-0000-4000-8000-000000000001', kind: 'audio' as const, source: 'microphone' as const, startMs: 0, endMs: 1_000 }], speakers: [], failure: null };

/** In a new conversation of all of them; who starts it is its host, and in it. */
async function meetingOf(starter = ann, ...more: TestAccount[]): Promise<{ meeting: Meeting; device: Device }> {
  const another = await server.createUser('Dora');
  const { channel } = await starter.api.call('openConversation', { body: { userIds: [ann, bob, another, ...more].map(({ user }) => user.id).filter((id) => id !== starter.user.id) } });
  const meeting = await starter.api.call('startMeeting', { params: { id: channel.id }, body: { ring: false } });
  const device = await Device.connect(server.url, starter);
  devices.push(device);
  await device.join(meeting);
  return { meeting, device };
}
const start = (meeting: Meeting, who = ann) => who.api.call('startRecording', { params: { id: meeting.id } });
const stop = (meeting: Meeting, who = ann) => who.api.call('stopRecording', { params: { id: meeting.id } });
const told = ({ events }: Device) => events.flatMap((event) => (event.type === 'meeting.updated' ? [event.payload.meeting.recording?.state ?? null] : []));

async function recordings({ id }: Meeting): Promise<Recording[]> {
  return (await ann.api.call('getMeetingReport', { params: { id } })).recordings;
}
async function videosIn({ channelId }: Meeting): Promise<Message[]> {
  const { messages } = await bob.api.call('listMessages', { params: { channelId } });
  return messages.filter(({ attachments }) => attachments?.some(({ mediaType }) => mediaType === 'video/mp4'));
}
const video = async (meeting: Meeting) => (await vi.waitUntil(async () => (await videosIn(meeting))[0], patience))!;

describe.skipIf(!hasFfmpeg)('a recording', () => {
  beforeAll(async () => {
    voice = await recordedVoice();
    host = await new FakeMediaHost().start();
    server = await startTestServer({ env: host.env });
    [owner, ann, bob] = [await server.setUp(), await server.createUser('Ann'), await server.createUser('Bob')];
    await ready(owner);
  });
  beforeEach(() => {
    host.manifest = oneVoice;
    host.files.clear();
    host.files.set('voice.webm', voice);
    host.beforeTrack = () => Promise.resolve();
    host.calls.length = 0;
  });
  afterAll(async () => {
    for (const { socket } of devices) socket.disconnect();
    await server?.stop();
    await host?.stop();
  });

  it('is seen by everybody while it runs, and comes as a message of who started it', async () => {
    const { meeting, device } = await meetingOf();
    const recording = await start(meeting);
    expect(recording).toMatchObject({ state: 'recording', startedBy: ann.user.id, endedAt: null, messageId: null });
    expect((await bob.api.call('getMeeting', { params: { id: meeting.id } })).recording).toEqual(recording);
    expect(host.called('startRecording')).toEqual([{ roomId: meeting.id, epoch: 1, recordingId: recording.id }]);
    await stop(meeting);
    const message = await video(meeting);
    expect(message).toMatchObject({ authorId: ann.user.id, text: '', attachments: [{ mediaType: 'video/mp4', kind: 'video', width: 1280, height: 720, duration: 1_000 }] });
    expect(await recordings(meeting)).toMatchObject([{ id: recording.id, state: 'ready', messageId: message.id }]);
    await vi.waitUntil(() => host.called('forgetRecording').length > 0, patience);
    await vi.waitUntil(() => told(device).length >= 3, patience);
    expect(told(device)).toEqual(['recording', null, null]);
    const bytes = await fetch(`${server.url}/api/v1/files/${message.attachments![0]!.id}/content`, { headers: { authorization: `Bearer ${bob.token}` } });
    expect(Buffer.from(await bytes.arrayBuffer()).subarray(4, 8).toString()).toBe('ftyp');
  });

  it('is said to be possible when its programs are there, and why it is not', async () => {
    expect(await bob.api.call('getMeetingService')).toEqual({ state: 'ready', detail: null, recording: 'ready' });
    const without = await new FakeMediaHost().start();
    without.records = false;
    const other = await startTestServer({ env: without.env });
    try {
      const someone = await other.setUp();
      await ready(someone);
      expect(await someone.api.call('getMeetingService')).toEqual({ state: 'ready', detail: null, recording: 'no_recorder' });
      await without.stop();
      await vi.waitUntil(async () => (await someone.api.call('getMeetingService')).recording === 'no_media_server', patience);
    } finally {
      await other.stop();
    }
  });

  it('is started and stopped by hosts only, once', async () => {
    const { meeting } = await meetingOf();
    await expectRefusal(start(meeting, bob), 'forbidden');
    const [first, second] = await Promise.all([start(meeting), start(meeting)]);
    expect(second).toEqual(first);
    await expectRefusal(stop(meeting, bob), 'forbidden');
    const stranger = await server.createUser('Eve');
    await expectRefusal(start(meeting, stranger), 'not_found');
    await stop(meeting);
    await stop(meeting);
    await video(meeting);
    expect(await videosIn(meeting)).toHaveLength(1);
    await ann.api.call('endMeeting', { params: { id: meeting.id } });
    await expectRefusal(start(meeting), 'meeting_ended');
  });

  it('ends with its meeting', async () => {
    const { meeting } = await meetingOf();
    await start(meeting);
    await ann.api.call('endMeeting', { params: { id: meeting.id } });
    await video(meeting);
    expect(await recordings(meeting)).toMatchObject([{ state: 'ready' }]);
  });

  it('that breaks off is said at once, and what there is of it comes all the same', async () => {
    const { meeting, device } = await meetingOf();
    const { id } = await start(meeting);
    host.tell({ type: 'recording_failed', roomId: meeting.id, recordingId: id, reason: 'the disk is full' });
    await vi.waitUntil(() => told(device).includes('failed'), patience);
    await video(meeting);
    expect(await recordings(meeting)).toMatchObject([{ id, state: 'ready' }]);
  });

  it('of which there is nothing has failed', async () => {
    host.manifest = null;
    const { meeting, device } = await meetingOf();
    await start(meeting);
    await stop(meeting);
    await vi.waitUntil(() => told(device).includes('failed'), patience);
    expect(await recordings(meeting)).toMatchObject([{ state: 'failed', messageId: null }]);
  });

  it('that cannot be composed yet is said to have failed, kept, and comes later', async () => {
    host.files.clear();
    const { meeting, device } = await meetingOf();
    const { id: recordingId } = await start(meeting);
    await stop(meeting);
    await vi.waitUntil(() => told(device).includes('failed'), patience);
    expect(host.called('forgetRecording')).not.toContainEqual({ recordingId });
    host.files.set('voice.webm', voice);
    await video(meeting);
    expect(await recordings(meeting)).toMatchObject([{ state: 'ready' }]);
  });

  it('is posted by the host when who started it may not write there any more', async () => {
    const carl = await server.createUser('Carl');
    const { meeting } = await meetingOf(bob, carl);
    const { id: participantId } = await carl.api.call('joinMeeting', { params: { id: meeting.id }, body: { deviceId: randomUUID() } });
    await bob.api.call('updateParticipant', { params: { id: meeting.id, participantId }, body: { role: 'cohost' } });
    const deactivated = new Promise<void>((resolve, reject) => {
      host.beforeTrack = async () => {
        await owner.api.call('updateUser', { params: { id: carl.user.id }, body: { active: false } }).then(() => { resolve(); }, reject);
      };
    });
    await start(meeting, carl);
    await stop(meeting, bob);
    await deactivated;
    expect(await video(meeting)).toMatchObject({ authorId: bob.user.id });
    expect(await recordings(meeting)).toMatchObject([{ startedBy: carl.user.id, state: 'ready' }]);
  });

  it('is made anew after a crash in the middle, and is one message', async () => {
    const { meeting } = await meetingOf();
    let reached = (): void => undefined;
    const inTheMiddle = new Promise<void>((resolve) => { reached = resolve; });
    host.beforeTrack = () => new Promise(() => reached());
    await start(meeting);
    await stop(meeting);
    await inTheMiddle;
    await server.kill9();
    host.beforeTrack = () => Promise.resolve();
    await server.start();
    await video(meeting);
    expect(await videosIn(meeting)).toHaveLength(1);
    expect(host.called('stopRecording')).toHaveLength(1);
  });
});
