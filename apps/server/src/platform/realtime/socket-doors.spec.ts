import type { ParvisSocket } from '@parvis/client-sdk';
import { CLIENT_MESSAGES, PROTOCOL_VERSION, type StreamEvent } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closed, listen, nextEvent, openAs, openSocket } from '../../fixtures/sockets.ts';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';
import { SocketServerHolder } from '../streams/rooms.ts';
import { ClientMessageHandlers } from './client-message-handlers.ts';
import { SocketRights } from './socket-rights.ts';

let server: AccountServer;
let owner: string;
let baseUrl: string;
let teamId: string;
const open: { disconnect(): unknown }[] = [];

beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  baseUrl = await listen(server);
  teamId = (await server.call('listTeams', { token: owner })).body.teams[0].team.id;
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => server.stop());

async function welcomed(token: string): Promise<ParvisSocket> {
  const socket = await openSocket(baseUrl, token);
  open.push(socket);
  return socket;
}

/** In the team, and in a channel of its own with the owner. */
async function member(name: string): Promise<{ id: string; token: string; channelId: string }> {
  const person = await server.invite(owner, `${name}@acme.test`);
  await server.call('addTeamMember', { token: owner, params: { id: teamId }, body: { userId: person.id } });
  const created = await server.call('createChannel', { token: owner, body: { teamId, kind: 'private', name, memberIds: [person.id] } });
  return { ...person, channelId: created.body.channel.id };
}
const say = (channelId: string, text: string) =>
  server.call('sendMessage', { token: owner, params: { channelId }, body: { clientId: randomUUID(), text } });

const ask = (socket: ParvisSocket, type: string, ...message: unknown[]) =>
  (socket as unknown as { emitWithAck(type: string, ...message: unknown[]): Promise<unknown> }).emitWithAck(type, ...message);

describe('the handshake', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('is refused from the foreign origin %s, session or not', async (origin) => {
    const { token } = await server.invite(owner, `${randomUUID()}@acme.test`);
    await expect(openAs(baseUrl, { auth: { protocol: PROTOCOL_VERSION, token }, headers: { origin } })).rejects.toThrow();
    await expect(openAs(baseUrl, { headers: { origin, cookie: `parvis-session=${token}` } })).rejects.toThrow();
  });

  it('takes a cookie from our own origin', async () => {
    open.push(await openAs(baseUrl, { headers: { origin: baseUrl, cookie: `parvis-session=${owner}` } }));
    open.push(await openAs(baseUrl, { headers: { origin: 'http://parvis.test', cookie: `parvis-session=${owner}` } }));
  });

  it.each([{ protocol: 0 }, { protocol: String(PROTOCOL_VERSION) }, {}])('tells a client of another protocol to reload: %j', async (auth) => {
    await expect(openAs(baseUrl, { auth: { ...auth, token: owner } })).rejects.toThrow('client_outdated');
  });

  it.each([undefined, '', 'x'.repeat(43), 42, { token: 'x' }])('is refused without a session: %j', async (token) => {
    await expect(openAs(baseUrl, { auth: { protocol: PROTOCOL_VERSION, token } })).rejects.toThrow('unauthenticated');
  });

  it('is refused to another namespace', async () => {
    await expect(openAs(`${baseUrl}/admin`, { auth: { protocol: PROTOCOL_VERSION, token: owner } })).rejects.toThrow();
  });
});

describe('rights', () => {
  it('end with the session, within a second', async () => {
    const person = await member('ended');
    const socket = await welcomed(person.token);
    const gone = closed(socket);
    await server.call('signOut', { token: person.token });
    const at = Date.now();
    await gone;
    expect(Date.now() - at).toBeLessThan(1_000);
  });

  it('end with the membership: nothing of the channel comes any more, and everything of the others', async () => {
    const person = await member('removed');
    const socket = await welcomed(person.token);
    const events: StreamEvent[] = [];
    socket.on('event', (event) => { events.push(event); });
    const heard = nextEvent(socket, (event) => event.type === 'message.created');
    await say(person.channelId, 'before');
    await heard;

    const left = nextEvent(socket, (event) => event.type === 'channel.left');
    await server.call('removeChannelMember', { token: owner, params: { id: person.channelId, userId: person.id } });
    await left;
    await say(person.channelId, 'after');
    expect(await ask(socket, 'typing', { channelId: person.channelId, active: true })).toMatchObject({ ok: false, code: 'not_found' });

    // What comes later by the same way proves that the other would have come.
    const marker = nextEvent(socket, (event) => event.type === 'channel.joined');
    await server.call('createChannel', { token: owner, body: { teamId, kind: 'private', name: 'marker', memberIds: [person.id] } });
    await marker;
    expect(JSON.stringify(events)).toContain('before');
    expect(JSON.stringify(events)).not.toContain('after');
  });

  it('that ended without a word are found out', async () => {
    const person = await member('silent');
    const socket = await welcomed(person.token);
    const inside = server.app.get(SocketServerHolder).server?.sockets.sockets.get(socket.id ?? '');
    if (!inside) throw new Error('the socket is not there');
    const rights = server.app.get(SocketRights);
    await server.database.query('DELETE FROM channel_member WHERE channel_id = $1 AND user_id = $2', [person.channelId, person.id]);
    expect(await rights.renew(inside)).toBe(true);
    expect(inside.rooms.has(`channel:${person.channelId}`)).toBe(false);
    expect(inside.rooms.has(`team:${teamId}`)).toBe(true);

    await server.database.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE user_id = $1`, [person.id]);
    const gone = closed(socket);
    expect(await rights.renew(inside)).toBe(false);
    await gone;
  });

  it('to hear of the organisation end when a person becomes a guest', async () => {
    const person = await server.invite(owner, 'guest@acme.test');
    const gone = closed(await welcomed(person.token));
    await server.call('updateUser', { token: owner, params: { id: person.id }, body: { role: 'guest' } });
    await gone;
    const socket = await welcomed(person.token);
    const events: StreamEvent[] = [];
    socket.on('event', (event) => { events.push(event); });
    await server.call('updateMe', { token: owner, body: { title: 'Founder' } });
    await server.call('openConversation', { token: owner, body: { userIds: [person.id] } });
    await expect.poll(() => events.map(({ type }) => type)).toEqual(['channel.joined']);
  });

  it('begin with the membership: what is said right after comes', async () => {
    const person = await member('joined');
    const socket = await welcomed(person.token);
    const { body } = await server.call('createChannel', { token: owner, body: { teamId, kind: 'private', name: 'new', memberIds: [person.id] } });
    const heard = nextEvent(socket, (event) => event.stream === `channel:${body.channel.id}`);
    await say(body.channel.id, 'welcome');
    expect(await heard).toMatchObject({ seq: body.head + 1, type: 'message.created' });
  });
});

describe('a message', () => {
  it('of typing reaches the others in the channel, and is refused to who is not in it', async () => {
    const [person, stranger] = [await member('types'), await member('stranger')];
    const [mine, theirs, outside] = [await welcomed(owner), await welcomed(person.token), await welcomed(stranger.token)];
    const seen = new Promise((resolve) => mine.once('typing', resolve));
    expect(await ask(theirs, 'typing', { channelId: person.channelId, active: true })).toEqual({ ok: true, result: {} });
    expect(await seen).toEqual({ channelId: person.channelId, userId: person.id, active: true });
    const threadId = randomUUID();
    const seenInThread = new Promise((resolve) => mine.once('typing', resolve));
    expect(await ask(theirs, 'typing', { channelId: person.channelId, threadId, active: true })).toEqual({ ok: true, result: {} });
    expect(await seenInThread).toEqual({ channelId: person.channelId, threadId, userId: person.id, active: true });
    expect(await ask(outside, 'typing', { channelId: person.channelId, active: true })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await ask(outside, 'typing', { channelId: randomUUID(), active: true })).toMatchObject({ ok: false, code: 'not_found' });
  });

  it.each([
    ['typing', {}], ['typing', null], ['typing', 'x'], ['typing', { channelId: 'general', active: true }], ['typing', { channelId: randomUUID(), threadId: '../1', active: true }],
    ['typing', { channelId: randomUUID(), active: true, userId: randomUUID() }], ['activity', { active: 'yes' }], ['activity', [true]],
    ['meeting_attach', { meetingId: randomUUID() }], ['meeting_attach', { meetingId: randomUUID(), participantId: 'mine' }],
    ['meeting_create_transport', { direction: 'both' }], ['meeting_create_transport', { direction: 'send', peerId: randomUUID() }],
    ['meeting_connect_transport', { transportId: '1', dtlsParameters: { fingerprints: [] } }], ['meeting_restart_ice', {}],
    ['meeting_produce', { transportId: '1', kind: 'audio', source: 'radio', paused: false, rtpParameters: { codecs: [{}] } }],
    ['meeting_update_producer', { producerId: '1', action: 'mute' }], ['meeting_consume', { producerIds: Array.from({ length: 201 }, String), rtpCapabilities: { codecs: [] } }],
    ['meeting_update_consumers', { changes: [{ consumerId: '1', priority: 0 }] }], ['meeting_react', { emoji: '' }], ['meeting_report_quality', { rtt: -1 }],
    ['no_such_message', {}], ['toString', {}], ['__proto__', {}],
    ['watch_presence', { userIds: ['*'] }], ['watch_presence', { userIds: Array.from({ length: 501 }, () => randomUUID()) }],
  ])('of another shape is refused: %s %j', async (type, message) => {
    const socket = await welcomed(owner);
    expect(await ask(socket, type, message)).toMatchObject({ ok: false, code: 'invalid_request' });
    expect(socket.connected).toBe(true);
  });

  it('has an answer, whatever it is', () => {
    const answered = server.app.get(ClientMessageHandlers).entries.map(([type]) => type);
    expect(answered.sort()).toEqual(Object.keys(CLIENT_MESSAGES).sort());
  });

  it.each([
    ['meeting_create_transport', { direction: 'send' }], ['meeting_restart_ice', { transportId: '1' }], ['meeting_update_producer', { producerId: '1', action: 'close' }],
    ['meeting_connect_transport', { transportId: '1', dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'AA' }] } }],
    ['meeting_produce', { transportId: '1', kind: 'audio', source: 'microphone', paused: false, rtpParameters: { codecs: [{}] } }],
    ['meeting_consume', { producerIds: ['1'], rtpCapabilities: { codecs: [] } }], ['meeting_update_consumers', { changes: [] }], ['meeting_react', { emoji: '👏' }],
    ['meeting_report_quality', { rtt: null, jitter: null, loss: null, sendKbps: null, receiveKbps: null }],
  ])('of a meeting is refused to who is attached to no participant: %s', async (type, message) => {
    expect(await ask(await welcomed(owner), type, message)).toMatchObject({ ok: false, code: 'not_in_meeting' });
  });

  it('to attach is refused for a meeting that is not there', async () => {
    expect(await ask(await welcomed(owner), 'meeting_attach', { meetingId: randomUUID(), participantId: randomUUID() })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await ask(await welcomed(owner), 'meeting_detach', {})).toEqual({ ok: true, result: {} });
  });

  it('beyond so many in a second is refused, and who goes on is cut off', async () => {
    const socket = await welcomed(owner);
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask(socket, 'activity', { active: true })));
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers).toContainEqual({ ok: false, code: 'too_many_requests' });
    const gone = closed(socket);
    for (let count = 0; count < 1_000; count += 1) socket.emit('activity', { active: true }, () => undefined);
    await gone;
  });
});

it('stops at once although sockets are open', async () => {
  const other = await startAccountServer();
  const token = await other.setUp();
  const socket = await openSocket(await listen(other), token);
  const gone = closed(socket);
  await Promise.all([other.stop(), gone]);
  socket.disconnect();
});
