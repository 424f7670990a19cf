import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FakeMediaHost } from '../../fixtures/fake-media-host.ts';
import { codeOf, Device, eventually } from '../../fixtures/meetings.ts';

/** There is a media host, but nothing that could carry media. */
describe('a meeting without media', () => {
  let host: FakeMediaHost;
  let server: TestServer;
  let olga: TestAccount;
  const devices: Device[] = [];
  beforeAll(async () => {
    host = await new FakeMediaHost().start();
    host.status = { state: 'preparing', detail: 'waiting for /there/mediasoup-worker' };
    server = await startTestServer({ env: host.env });
    olga = await server.setUp();
  });
  afterEach(() => { for (const one of devices.splice(0)) one.socket.disconnect(); });
  afterAll(async () => {
    await server?.stop();
    await host?.stop();
  });
  const service = () => olga.api.call('getMeetingService');

  it('says whether media is being prepared or will not come, and why; who is in it stays in it', async () => {
    const { team } = await olga.api.call('createTeam', { body: { name: 'Early' } });
    const { channel } = await olga.api.call('createChannel', { body: { teamId: team.id, kind: 'private', name: 'room' } });
    const meeting = await olga.api.call('startMeeting', { params: { id: channel.id }, body: {} });
    const one = await Device.connect(server.url, olga);
    devices.push(one);
    await one.join(meeting);
    await eventually(service).toMatchObject({ state: 'preparing', detail: 'waiting for /there/mediasoup-worker' });
    expect(await codeOf(one.attach(meeting))).toBe('meetings_preparing');
    host.become({ state: 'failed', detail: 'no compiler' });
    await eventually(service).toMatchObject({ state: 'unavailable', detail: 'no compiler' });
    expect(await codeOf(one.attach(meeting))).toBe('meetings_unavailable');
    expect(await codeOf(one.ask('meeting_create_transport', { direction: 'send' }))).toBe('not_in_meeting');
    const { participants, meeting: now } = await olga.api.call('getMeetingState', { params: { id: meeting.id } });
    expect(participants.map(({ id, state }) => ({ id, state }))).toEqual([{ id: one.participant!.id, state: 'joined' }]);
    expect(now).toMatchObject({ endedAt: null, epoch: 1 });
    host.become({ state: 'ready', detail: null });
    await eventually(service).toMatchObject({ state: 'ready', detail: null });
  });
});
