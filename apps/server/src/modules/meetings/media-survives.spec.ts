import type { Meeting } from '@parvis/contracts';
import { hasRedis, type SfuProcess, sfuWorker, startRedis, startTestServer, startTestSfu, type TestAccount, type TestRedis, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, Device, eventually, ready, speakFor } from '../../fixtures/meetings.ts';
import { SfuConnection } from '../media-hosts/index.ts';

let server: TestServer;
let [olga, bob] = [] as unknown as [TestAccount, TestAccount];
const devices: Device[] = [];

async function device(account: TestAccount, url = server.url): Promise<Device> {
  const made = await Device.connect(url, account);
  devices.push(made);
  return made;
}

async function meetingInChannel(): Promise<Meeting> {
  const { team } = await olga.api.call('createTeam', { body: { name: `Team ${randomUUID()}` } });
  await olga.api.call('addTeamMember', { params: { id: team.id }, body: { userId: bob.user.id } });
  const { channel } = await olga.api.call('createChannel', { body: { teamId: team.id, kind: 'private', name: 'room', memberIds: [bob.user.id] } });
  return olga.api.call('startMeeting', { params: { id: channel.id }, body: {} });
}

async function setUp(options: Parameters<typeof startTestServer>[0]): Promise<void> {
  server = await startTestServer(options);
  olga = await server.setUp();
  bob = await server.createUser('Bob');
  await ready(olga);
}
const closeAll = () => { for (const one of devices.splice(0)) one.socket.disconnect(); };

/** Again and again, as a client does that is told to come back later. */
const comesBack = (one: Device, meeting: Meeting) => eventually(() => codeOf(one.attach(meeting))).toBe(null);

describe.skipIf(!(await sfuWorker()))('a meeting’s media', () => {
  beforeAll(() => setUp({ sfu: true }));
  afterEach(closeAll);
  afterAll(() => server?.stop());

  it('goes on when the server is killed: whoever comes back finds it as it was', async () => {
    const meeting = await meetingInChannel();
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    const producerId = await one.produce();
    await olga.api.call('updateParticipant', { params: { id: meeting.id, participantId: two.participant!.id }, body: { role: 'cohost' } });
    const quiet = await speakFor(server.sfu, meeting, [one, two]);
    await server.kill9();
    await server.start();
    await ready(olga);
    const back = await Promise.all([device(olga), device(bob)]);
    back[0].participant = one.participant;
    back[1].participant = two.participant;
    expect(await back[0].attach(meeting)).toMatchObject({ resumed: true, epoch: 1, producers: [{ producerId, paused: false }] });
    await comesBack(back[1], meeting);
    quiet();
    await back[0].ask('meeting_update_producer', { producerId, action: 'pause' });
    await eventually(() => back[1].media).toContainEqual({ type: 'producer', producer: expect.objectContaining({ producerId, paused: true }) });
    const { participants } = await olga.api.call('getMeetingState', { params: { id: meeting.id } });
    expect(participants.map(({ id, role }) => ({ id, role }))).toEqual([{ id: one.participant!.id, role: 'host' }, { id: two.participant!.id, role: 'cohost' }]);
  });

  it('begins anew when the media host is killed: everybody is told, once it is back', async () => {
    const meeting = await meetingInChannel();
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    await one.produce();
    await server.sfu.kill9();
    await eventually(() => codeOf(one.ask('meeting_create_transport', { direction: 'send' }))).toBe('meetings_unavailable');
    await eventually(async () => (await olga.api.call('getMeetingService')).state).toBe('unavailable');
    await server.sfu.start();
    for (const each of [one, two]) await eventually(() => each.media).toContainEqual({ type: 'moved', reason: 'lost' });
    expect(one.told('meeting.updated').at(-1)!.meeting.epoch).toBe(2);
    expect(await one.attach(meeting)).toMatchObject({ resumed: false, epoch: 2, producers: [] });
    const producerId = await one.produce();
    expect(await two.attach(meeting)).toMatchObject({ resumed: false, epoch: 2, producers: [{ producerId }] });
  });

  it('begins anew when its worker dies', async () => {
    const meeting = await meetingInChannel();
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    const [worker] = await server.sfu.workerPids();
    process.kill(worker!, 'SIGKILL');
    for (const each of [one, two]) await eventually(() => each.media).toContainEqual({ type: 'moved', reason: 'lost' });
    await comesBack(one, meeting);
    await comesBack(two, meeting);
    expect(await one.attach(meeting)).toMatchObject({ epoch: 2 });
    expect((await olga.api.call('getMeeting', { params: { id: meeting.id } })).epoch).toBe(2);
  });

  it('is lost with the conversation: soon nothing more is sent', async () => {
    const meeting = await meetingInChannel();
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    const producerId = await two.produce();
    await olga.api.call('removeChannelMember', { params: { id: meeting.channelId, userId: bob.user.id } });
    expect(await codeOf(two.ask('meeting_create_transport', { direction: 'receive' }))).toBe('not_in_meeting');
    await eventually(() => one.media).toContainEqual({ type: 'producer_closed', producerId, participantId: two.participant!.id });
    await eventually(() => one.told('meeting.participant_left')).toEqual([{ participantId: two.participant!.id }]);
  });

  it('is lost with the session, not with a connection that breaks', async () => {
    const meeting = await meetingInChannel();
    const again = await server.signIn(bob.user.email);
    const [one, two] = [await device(olga), await device(again)];
    await one.enter(meeting);
    await two.enter(meeting);
    two.socket.disconnect();
    const back = await device(again);
    back.participant = two.participant;
    expect(await back.attach(meeting)).toMatchObject({ epoch: 1 });
    expect(one.told('meeting.participant_left')).toEqual([]);
    const producerId = await back.produce();
    await again.api.call('signOut', {});
    await eventually(() => one.told('meeting.participant_left')).toEqual([{ participantId: two.participant!.id }]);
    await eventually(() => one.media).toContainEqual({ type: 'producer_closed', producerId, participantId: two.participant!.id });
  });

  it('takes no flood, and what a flood left does not stay', async () => {
    const meeting = await meetingInChannel();
    const one = await device(olga);
    await one.enter(meeting);
    const codes = await Promise.all(Array.from({ length: 60 }, () => codeOf(one.ask('meeting_create_transport', { direction: 'send' }))));
    expect(codes).toContain(null);
    expect(codes).toContain('too_many_requests');
    await eventually(() => codeOf(one.produce())).toBe(null);
  });

  it('shows others who is in a meeting, and who no more', async () => {
    const meeting = await meetingInChannel();
    const carol = await server.createUser('Carol');
    await olga.api.call('joinMeeting', { params: { id: meeting.id }, body: { deviceId: randomUUID() } });
    await olga.api.call('ringPeople', { params: { id: meeting.id }, body: { userIds: [carol.user.id] } });
    const [one, two] = [await device(carol), await device(bob)];
    const heard: unknown[] = [];
    two.socket.on('in_meeting', (message) => { heard.push(message); });
    await two.ask('watch_presence', { userIds: [carol.user.id] });
    await one.enter(meeting);
    await eventually(() => heard).toEqual([{ userId: carol.user.id, inMeeting: true }]);
    await two.ask('watch_presence', { userIds: [carol.user.id] });
    await one.leave(meeting);
    await eventually(() => heard).toEqual([{ userId: carol.user.id, inMeeting: true }, { userId: carol.user.id, inMeeting: true }, { userId: carol.user.id, inMeeting: false }]);
  });

  it('is told of how good it was, in the report', async () => {
    const meeting = await meetingInChannel();
    const one = await device(olga);
    await one.enter(meeting);
    await one.ask('meeting_report_quality', { rtt: 40, jitter: 2, loss: 0.5, sendKbps: null, receiveKbps: 900 });
    await one.ask('meeting_report_quality', { rtt: 4_000, jitter: 2, loss: 100, sendKbps: 1, receiveKbps: 900 });
    const { attendance } = await olga.api.call('getMeetingReport', { params: { id: meeting.id } });
    expect(attendance).toMatchObject([{ userId: olga.user.id, quality: { rtt: 40, jitter: 2, loss: 0.5, sendKbps: null, receiveKbps: 900 } }]);
  });
});

describe.skipIf(!hasRedis || !(await sfuWorker()))('a meeting at two server processes', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
    await setUp({ sfu: true, processes: 2, env: { REDIS_URL: redis.url } });
  });
  afterEach(closeAll);
  afterAll(async () => {
    await server?.stop();
    await redis?.stop();
  });

  it('is one meeting: each is told what the other sends, also after one process died', async () => {
    const meeting = await meetingInChannel();
    const [one, two] = [await device(olga, server.urls[0]), await device(bob, server.urls[1])];
    await one.enter(meeting);
    await two.enter(meeting);
    const producerId = await two.produce();
    await eventually(() => one.media).toContainEqual(expect.objectContaining({ type: 'producer', producer: expect.objectContaining({ producerId }) }));
    await one.ask('meeting_react', { emoji: '👏' });
    await server.processes[1]!.kill('SIGKILL');
    const back = await device(bob, server.urls[0]);
    back.participant = two.participant;
    await comesBack(back, meeting);
    await back.ask('meeting_update_producer', { producerId, action: 'pause' });
    await eventually(() => one.media).toContainEqual({ type: 'producer', producer: expect.objectContaining({ producerId, paused: true }) });
    expect(one.told('meeting.participant_left')).toEqual([]);
    await server.processes[1]!.start();
  });

  it('is lost at one with a right that is taken at the other: at once to every door, and told', async () => {
    const meeting = await meetingInChannel();
    const [one, two] = [await device(olga, server.urls[0]), await device(bob, server.urls[1])];
    await one.enter(meeting);
    await two.enter(meeting);
    const producerId = await two.produce();
    await olga.api.call('removeChannelMember', { params: { id: meeting.channelId, userId: bob.user.id } });
    expect(await codeOf(two.ask('meeting_create_transport', { direction: 'receive' }))).toBe('not_in_meeting');
    await eventually(() => two.told('meeting.admission')).toEqual([{ meetingId: meeting.id, participantId: two.participant!.id, state: 'revoked' }]);
    await eventually(() => one.media).toContainEqual({ type: 'producer_closed', producerId, participantId: two.participant!.id });
    expect(await codeOf(two.attach(meeting))).not.toBe(null);
  });
});

describe.skipIf(!(await sfuWorker()))('a meeting’s media between two media hosts', () => {
  const secret = randomUUID();
  const hosts: SfuProcess[] = [];
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-hosts-'));
    for (const name of ['a', 'b']) hosts.push(await startTestSfu(path.join(folder, name), { env: { PARVIS_SFU_SECRET: secret } }));
    await setUp({ env: { PARVIS_SFU_URLS: hosts.map(({ url }) => url).join(','), PARVIS_SFU_SECRET: secret } });
  });
  afterEach(closeAll);
  afterAll(async () => {
    await server?.stop();
    for (const host of hosts) await host.kill9();
    await rm(folder, { recursive: true, force: true });
  });

  /** Two people in a meeting, and the host that carries it. */
  async function begun() {
    const meeting = await meetingInChannel();
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    await one.produce();
    const [row] = await query<{ url: string }>('SELECT sfu_url AS url FROM meeting WHERE id = $1', [meeting.id]);
    return { meeting, one, two, host: hosts.find(({ url }) => url === row!.url)! };
  }
  async function query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as Row[];
    } finally {
      await client.end();
    }
  }
  async function beginAnew({ meeting, one, two }: Awaited<ReturnType<typeof begun>>): Promise<void> {
    await comesBack(one, meeting);
    // The other host may have been started a moment ago, for the test before.
    await eventually(() => one.attach(meeting)).toMatchObject({ epoch: 2, producers: [] });
    const producerId = await one.produce();
    expect(await two.attach(meeting)).toMatchObject({ resumed: false, epoch: 2, producers: [{ producerId }] });
    await one.ask('meeting_update_producer', { producerId, action: 'pause' });
    await eventually(() => two.media).toContainEqual({ type: 'producer', producer: expect.objectContaining({ producerId, paused: true }) });
  }

  it('goes to the other when its own is killed and does not come back', async () => {
    const scene = await begun();
    await scene.host.kill9();
    for (const each of [scene.one, scene.two]) await eventually(() => each.media).toContainEqual({ type: 'moved', reason: 'lost' });
    await beginAnew(scene);
    await scene.host.start();
  });

  it('moves to the other while its own is about to stop, which then has nobody to wait for', async () => {
    const scene = await begun();
    const connection = new SfuConnection(scene.host.url, secret, { connected: () => undefined, disconnected: () => undefined, event: () => undefined });
    connection.open();
    await eventually(() => connection.status?.state).toBe('ready');
    await connection.call('drain', {});
    for (const each of [scene.one, scene.two]) await eventually(() => each.media).toContainEqual({ type: 'moved', reason: 'drain' });
    await beginAnew(scene);
    await eventually(() => connection.status).toBe(null);
    connection.close();
  });
});
