import { sfuWorker, startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, Device, eventually, ready } from '../../fixtures/meetings.ts';

let server: TestServer;
let [olga, bob, carol] = [] as unknown as [TestAccount, TestAccount, TestAccount];
const devices: Device[] = [];

async function device(account: TestAccount): Promise<Device> {
  const made = await Device.connect(server.url, account);
  devices.push(made);
  return made;
}

async function meetingOf(...people: TestAccount[]) {
  const { channel } = await olga.api.call('openConversation', { body: { userIds: people.map(({ user }) => user.id) } });
  const running = await olga.api.call('startMeeting', { params: { id: channel.id }, body: { ring: false } });
  await olga.api.call('endMeeting', { params: { id: running.id } });
  return olga.api.call('startMeeting', { params: { id: channel.id }, body: { ring: false } });
}

describe.skipIf(!(await sfuWorker()))('signalling', () => {
  beforeAll(async () => {
    server = await startTestServer({ sfu: true });
    olga = await server.setUp();
    bob = await server.createUser('Bob');
    carol = await server.createUser('Carol');
    await ready(olga);
  });
  afterAll(async () => {
    for (const one of devices) one.socket.disconnect();
    await server?.stop();
  });

  it('brings two people together: each hears what the other sends, and is told of it', async () => {
    const meeting = await meetingOf(bob);
    const [one, two] = [await device(olga), await device(bob)];
    const first = await one.enter(meeting);
    expect(first).toMatchObject({ resumed: false, epoch: 1, producers: [], sources: ['microphone', 'camera', 'screen', 'screen_audio'] });
    const producerId = await one.produce();
    const second = await two.enter(meeting);
    expect(second.producers).toEqual([{ producerId, participantId: one.participant!.id, kind: 'audio', source: 'microphone', paused: false }]);
    await two.ask('meeting_create_transport', { direction: 'receive' });
    const { consumers } = await two.ask('meeting_consume', { producerIds: [producerId, 'gone'], rtpCapabilities: second.routerRtpCapabilities as never });
    expect(consumers).toMatchObject([{ producerId, participantId: one.participant!.id, source: 'microphone' }]);
    const theirs = await two.produce();
    await eventually(() => one.media).toContainEqual(expect.objectContaining({ type: 'producer', producer: expect.objectContaining({ producerId: theirs }) }));
    await one.ask('meeting_update_producer', { producerId, action: 'pause' });
    await eventually(() => two.media).toContainEqual({ type: 'producer', producer: expect.objectContaining({ producerId, paused: true }) });
    await two.leave(meeting);
    await eventually(() => one.media).toContainEqual({ type: 'producer_closed', producerId: theirs, participantId: two.participant!.id });
  });

  it('begins a link with the answer to attaching: ways for both directions, every voice, and as many pictures as were wanted', async () => {
    const meeting = await meetingOf(bob);
    const [one, two] = [await device(olga), await device(bob)];
    const { routerRtpCapabilities } = await two.ask('meeting_prepare', {});
    const rtpCapabilities = routerRtpCapabilities as never;
    const first = await one.enter(meeting, { pictures: 0 });
    expect(first.link).toMatchObject({ send: { id: expect.any(String) as unknown }, receive: { id: expect.any(String) as unknown }, consumers: [] });
    const voice = await one.produce();
    const second = await two.enter(meeting, { pictures: 25, rtpCapabilities });
    expect(second.routerRtpCapabilities).toEqual(routerRtpCapabilities);
    expect(second.link!.consumers).toMatchObject([{ producerId: voice, participantId: one.participant!.id, paused: false }]);
    expect(await two.ask('meeting_restart_ice', { transportId: second.link!.receive.id })).toHaveProperty('iceParameters');
    // What it has is left to it; what it can't play is no reason to stay outside.
    const again = await two.attach(meeting, { pictures: 25, rtpCapabilities });
    expect([again.resumed, again.link]).toEqual([true, undefined]);
    const third = await (await device(olga)).enter(meeting, { pictures: 1, rtpCapabilities: { codecs: [{}] } });
    expect(third).toMatchObject({ resumed: false, producers: [{ producerId: voice }], link: { consumers: [] } });
  });

  it('is for those in it: not for strangers, nor for another’s participant, nor before attaching', async () => {
    const meeting = await meetingOf(bob);
    const [one, two, stranger] = [await device(olga), await device(bob), await device(carol)];
    await one.enter(meeting);
    await two.join(meeting);
    expect(await codeOf(stranger.ask('meeting_attach', { meetingId: meeting.id, participantId: one.participant!.id }))).toBe('not_found');
    expect(await codeOf(two.ask('meeting_attach', { meetingId: meeting.id, participantId: one.participant!.id }))).toBe('not_found');
    expect(await codeOf(two.ask('meeting_attach', { meetingId: randomUUID(), participantId: two.participant!.id }))).toBe('not_found');
    expect(await codeOf(two.ask('meeting_create_transport', { direction: 'send' }))).toBe('not_in_meeting');
    await two.leave(meeting);
    expect(await codeOf(two.attach(meeting))).toBe('not_in_meeting');
    await olga.api.call('endMeeting', { params: { id: meeting.id } });
    expect(await codeOf(one.ask('meeting_create_transport', { direction: 'send' }))).toBe('not_in_meeting');
    expect(await codeOf(two.attach(meeting))).toBe('meeting_ended');
  });

  it('ends what a host mutes, and keeps it so where only hosts unmute, also through a reconnection', async () => {
    const meeting = await meetingOf(bob);
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    const producerId = await two.produce();
    const target = { id: meeting.id, participantId: two.participant!.id };
    await olga.api.call('muteParticipant', { params: target, body: { sources: ['microphone'] } });
    await eventually(() => two.media).toContainEqual({ type: 'producer', producer: expect.objectContaining({ producerId, paused: true, byHost: true }) });
    await two.ask('meeting_update_producer', { producerId, action: 'resume' });

    await olga.api.call('updateMeeting', { params: { id: meeting.id }, body: { allow: { unmute: 'hosts' } } });
    await olga.api.call('muteAll', { params: { id: meeting.id } });
    expect(await codeOf(two.ask('meeting_update_producer', { producerId, action: 'resume' }))).toBe('source_not_allowed');
    const sound = await two.produce({ source: 'screen_audio' });
    for (const action of ['pause', 'resume'] as const) await two.ask('meeting_update_producer', { producerId: sound, action });
    await two.attach(meeting);
    await two.ask('meeting_update_producer', { producerId: sound, action: 'resume' });
    expect(await codeOf(two.ask('meeting_update_producer', { producerId, action: 'resume' }))).toBe('source_not_allowed');
    expect(await codeOf(two.produce())).toBe('source_not_allowed');
    expect(await codeOf(two.produce({ paused: true }))).toBe(null);
    expect(await codeOf(bob.api.call('muteAll', { params: { id: meeting.id } }))).toBe('forbidden');
    await olga.api.call('updateMeeting', { params: { id: meeting.id }, body: { allow: { unmute: 'everyone' } } });
    expect(await codeOf(two.produce())).toBe(null);
  });

  it('lets share who may: what is shared ends with the right to', async () => {
    const meeting = await meetingOf(bob);
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    const producerId = await two.produce({ source: 'screen_audio' });
    await olga.api.call('updateMeeting', { params: { id: meeting.id }, body: { allow: { share: 'hosts' } } });
    await eventually(() => one.media).toContainEqual({ type: 'producer_closed', producerId, participantId: two.participant!.id });
    await eventually(() => two.media).toContainEqual({ type: 'sources', sources: ['microphone', 'camera'] });
    expect(await codeOf(two.produce({ source: 'screen_audio' }))).toBe('source_not_allowed');
    await olga.api.call('updateParticipant', { params: { id: meeting.id, participantId: two.participant!.id }, body: { role: 'cohost' } });
    expect(await codeOf(two.produce({ source: 'screen_audio' }))).toBe(null);
  });

  it('refuses what makes no sense, what is another’s, and a flood of it, and nobody else notices', async () => {
    const meeting = await meetingOf(bob);
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    const producerId = await one.produce();
    const { routerRtpCapabilities } = await two.enter(meeting);
    const theirs = await two.produce();
    const { id: transportId } = await one.ask('meeting_create_transport', { direction: 'receive' });
    const { consumers: [heard] } = await one.ask('meeting_consume', { producerIds: [theirs], rtpCapabilities: routerRtpCapabilities as never });

    const hostile = await device(bob);
    await hostile.enter(meeting);
    const { id: own } = await hostile.ask('meeting_create_transport', { direction: 'send' });
    const sends = { transportId: own, kind: 'audio', source: 'microphone', paused: false };
    const nonsense: [type: string, message: unknown, code: string][] = [
      ['meeting_attach', { meetingId: '../x', participantId: 'me' }, 'invalid_request'],
      ['meeting_create_transport', { direction: 'both' }, 'invalid_request'],
      ['meeting_create_transport', null, 'invalid_request'],
      ['meeting_connect_transport', { transportId: own, dtlsParameters: { fingerprints: [{ algorithm: 'sha-0', value: 'x' }] } }, 'invalid_request'],
      ['meeting_produce', sends, 'invalid_request'],
      ['meeting_produce', { ...sends, rtpParameters: { codecs: [{ mimeType: 'audio/none' }] } }, 'invalid_request'],
      ['meeting_consume', { producerIds: theirs, rtpCapabilities: {} }, 'invalid_request'],
      ['meeting_update_consumers', { changes: [{ consumerId: heard!.id, spatialLayer: -1 }] }, 'invalid_request'],
      ['meeting_restart_ice', { transportId }, 'not_found'],
      ['meeting_update_producer', { producerId, action: 'close' }, 'not_found'],
    ];
    for (const [type, message, code] of nonsense) expect(await codeOf(hostile.ask(type as never, message as never)), type).toBe(code);
    // Another’s consumer is none of mine: passed over.
    await hostile.ask('meeting_update_consumers', { changes: [{ consumerId: heard!.id, close: true }] });
    const flood = Array.from({ length: 300 }, () => codeOf(hostile.ask('meeting_update_producer', { producerId, action: 'close' })));

    await two.ask('meeting_update_producer', { producerId: theirs, action: 'pause' });
    await eventually(() => one.media).toContainEqual({ type: 'producer', producer: expect.objectContaining({ producerId: theirs, paused: true }) });
    expect(await one.ask('meeting_restart_ice', { transportId })).toHaveProperty('iceParameters');
    expect(new Set(await Promise.all(flood))).toContain('too_many_requests');
    expect(one.media.filter(({ type }) => ['producer_closed', 'consumer_closed', 'transport_closed', 'moved'].includes(type))).toEqual([]);
    expect(await one.attach(meeting)).toMatchObject({ resumed: true, epoch: 1 });
  });

  it('passes reactions on to the others, once', async () => {
    const meeting = await meetingOf(bob);
    const [one, two] = [await device(olga), await device(bob)];
    await one.enter(meeting);
    await two.enter(meeting);
    const heard: unknown[] = [];
    for (const each of [one, two]) each.socket.on('meeting_reaction', (reaction) => { heard.push(reaction); });
    await one.ask('meeting_react', { emoji: '👏' });
    expect(await codeOf(one.ask('meeting_react', { emoji: 'clap' }))).toBe('emoji_invalid');
    // What comes later by the same way proves that another would have come.
    const again = new Promise((resolve) => { one.socket.once('meeting_reaction', resolve); });
    await two.ask('meeting_react', { emoji: '🎉' });
    await again;
    expect(heard).toEqual([
      { meetingId: meeting.id, participantId: one.participant!.id, emoji: '👏' }, { meetingId: meeting.id, participantId: two.participant!.id, emoji: '🎉' },
    ]);
  });
});
