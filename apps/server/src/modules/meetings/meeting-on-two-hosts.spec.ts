import type { Meeting } from '@parvis/contracts';
import { freePort, type SfuProcess, sfuWorker, startTestServer, startTestSfu, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, Device, eventually, ready, speakFor } from '../../fixtures/meetings.ts';

interface Host {
  sfu: SfuProcess;
  /** Where media comes in. */
  port: number;
}

describe.skipIf(!(await sfuWorker()))('a meeting that is larger than its media host', () => {
  const secret = randomUUID();
  const hosts: Host[] = [];
  const devices: Device[] = [];
  let folder: string;
  let server: TestServer;
  let olga: TestAccount;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-two-hosts-'));
    for (const name of ['a', 'b']) {
      const port = await freePort();
      // One voice for one person, and it is full.
      const env = { PARVIS_SFU_SECRET: secret, PARVIS_SFU_RTC_PORT: String(port), PARVIS_SFU_WORKER_CONSUMERS: '1' };
      hosts.push({ port, sfu: await startTestSfu(path.join(folder, name), { env }) });
    }
    server = await startTestServer({ env: { PARVIS_SFU_URLS: hosts.map(({ sfu }) => sfu.url).join(','), PARVIS_SFU_SECRET: secret } });
    olga = await server.setUp();
    await ready(olga);
  });
  afterEach(() => { for (const one of devices.splice(0)) one.socket.disconnect(); });
  afterAll(async () => {
    await server?.stop();
    for (const { sfu } of hosts) await sfu.kill9();
    await rm(folder, { recursive: true, force: true });
  });

  async function device(): Promise<Device> {
    const made = await Device.connect(server.url, olga);
    devices.push(made);
    return made;
  }
  /** What a device receives by now, and at which host that is. */
  async function receive(one: Device): Promise<{ id: string; host: Host }> {
    const { id, iceCandidates } = await one.ask('meeting_create_transport', { direction: 'receive' });
    const [candidate] = iceCandidates as { port: number }[];
    return { id, host: hosts.find(({ port }) => port === candidate!.port)! };
  }
  const consume = async (one: Device, producerIds: string[], rtpCapabilities: unknown) =>
    (await one.ask('meeting_consume', { producerIds, rtpCapabilities: rtpCapabilities as never })).consumers;

  /** Who comes once the server knows the other host, which may have been started a moment ago. */
  async function comesLater(meeting: Meeting, home: Host) {
    for (;;) {
      const three = await device();
      await three.enter(meeting);
      const { id: transportId, host: annex } = await receive(three);
      if (annex !== home) return { three, transportId, annex };
      await three.leave(meeting);
    }
  }
  /** One speaks, two hears it, so that three receives at the other host. */
  async function begun() {
    const { team } = await olga.api.call('createTeam', { body: { name: `Team ${randomUUID()}` } });
    const { channel } = await olga.api.call('createChannel', { body: { teamId: team.id, kind: 'private', name: 'room' } });
    const meeting: Meeting = await olga.api.call('startMeeting', { params: { id: channel.id }, body: {} });
    const [one, two] = [await device(), await device()];
    await one.enter(meeting);
    const producerId = await one.produce();
    const { routerRtpCapabilities } = await two.enter(meeting);
    const { host: home } = await receive(two);
    expect(await consume(two, [producerId], routerRtpCapabilities)).toHaveLength(1);
    const { three, transportId, annex } = await comesLater(meeting, home);
    const hears = async () => (await consume(three, [producerId], routerRtpCapabilities)).map((consumer) => ({ producerId: consumer.producerId, source: consumer.source, participantId: consumer.participantId }));
    return { meeting, one, two, three, producerId, home, annex, transportId, hears, heard: { producerId, source: 'microphone', participantId: one.participant!.id } };
  }
  const movedBy = (one: Device) => one.media.filter(({ type }) => type === 'moved');

  it('has its later people receive at another one, who are told and hear the same', async () => {
    const { meeting, one, two, three, producerId, transportId, hears, heard } = await begun();
    expect(await hears()).toEqual([heard]);
    expect(await three.ask('meeting_restart_ice', { transportId })).toHaveProperty('iceParameters');
    const theirs = await three.produce();
    await eventually(() => two.media).toContainEqual(expect.objectContaining({ type: 'producer', producer: expect.objectContaining({ producerId: theirs }) }));
    await one.ask('meeting_update_producer', { producerId, action: 'pause' });
    await eventually(() => three.media).toContainEqual({ type: 'producer', producer: expect.objectContaining({ producerId, paused: true }) });
    await one.ask('meeting_update_producer', { producerId, action: 'close' });
    await eventually(() => three.media).toContainEqual(expect.objectContaining({ type: 'consumer_closed' }));
    expect(three.media).toContainEqual({ type: 'producer_closed', producerId, participantId: one.participant!.id });
    await three.leave(meeting);
    // Nothing stays of them at either host.
    expect(await codeOf(three.attach(meeting))).toBe('not_in_meeting');
    expect(movedBy(two)).toEqual([]);
  });

  it('goes on when the server is killed: who receives elsewhere finds that as it was', async () => {
    const { meeting, one, two, three, home, transportId, annex, hears, heard } = await begun();
    await three.produce();
    const quiet = [await speakFor({ url: home.sfu.url, secret }, meeting, [one, two, three]), await speakFor({ url: annex.sfu.url, secret }, meeting, [three], true)];
    await server.kill9();
    await server.start();
    await ready(olga);
    const back = await device();
    back.participant = three.participant;
    await eventually(() => codeOf(back.attach(meeting))).toBe(null);
    expect(await back.attach(meeting)).toMatchObject({ resumed: true, epoch: 1 });
    for (const end of quiet) end();
    expect(await back.ask('meeting_restart_ice', { transportId })).toHaveProperty('iceParameters');
    three.socket.disconnect();
    Object.assign(three, { socket: back.socket });
    expect(await hears()).toEqual([heard]);
    expect((await receive(back)).host).toBe(annex);
  });

  it('begins anew when a worker of the other one dies, for who received there', async () => {
    const { meeting, one, three, annex, hears, heard } = await begun();
    expect(await hears()).toEqual([heard]);
    const [pid] = await annex.sfu.workerPids();
    process.kill(pid!, 'SIGKILL');
    await eventually(() => movedBy(three)).toEqual([{ type: 'moved', reason: 'lost' }]);
    await eventually(() => codeOf(three.attach(meeting))).toBe(null);
    expect(await three.attach(meeting)).toMatchObject({ epoch: 1 });
    await receive(three);
    expect(await hears()).toEqual([heard]);
    expect(movedBy(one)).toEqual([]);
  });

  it('stays where it is when the other one dies: only who received there begins anew', async () => {
    const { meeting, one, two, three, home, annex, hears, heard } = await begun();
    expect(await hears()).toEqual([heard]);
    await annex.sfu.kill9();
    await eventually(() => movedBy(three)).toEqual([{ type: 'moved', reason: 'lost' }]);
    expect(await three.attach(meeting)).toMatchObject({ resumed: false, epoch: 1 });
    expect((await receive(three)).host).toBe(home);
    expect(await hears()).toEqual([heard]);
    expect([...movedBy(one), ...movedBy(two)]).toEqual([]);
    await annex.sfu.start();
  });

  it('begins anew as a whole when its own host dies', async () => {
    const { meeting, one, two, three, home } = await begun();
    await home.sfu.kill9();
    for (const each of [one, two, three]) await eventually(() => movedBy(each)).toContainEqual({ type: 'moved', reason: 'lost' });
    await eventually(() => codeOf(three.attach(meeting))).toBe(null);
    expect(await three.attach(meeting)).toMatchObject({ epoch: 2, producers: [] });
    await home.sfu.start();
  });
});
