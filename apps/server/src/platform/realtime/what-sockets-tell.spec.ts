import type { ParvisSocket } from '@parvis/client-sdk';
import type { ServerMessages } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closed, listen, openSocket } from '../../fixtures/sockets.ts';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
let ownerId: string;
let baseUrl: string;
let teamId: string;
const open: { disconnect(): unknown }[] = [];

beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  ownerId = (await server.call('getMe', { token: owner })).body.id;
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
const ask = (socket: ParvisSocket, type: string, message: unknown): Promise<{ ok: boolean; result: Record<string, string> }> =>
  (socket as unknown as { emitWithAck(type: string, message: unknown): Promise<{ ok: boolean; result: Record<string, string> }> }).emitWithAck(type, message);

const newChannel = async () =>
  (await server.call('createChannel', { token: owner, body: { teamId, kind: 'private', name: randomUUID() } })).body.channel.id as string;

async function guestIn(channelId: string): Promise<{ id: string; token: string }> {
  const { url } = (await server.call('createInvitation', { token: owner, body: { role: 'guest', channelIds: [channelId] } })).body;
  const { body } = await server.call('acceptInvitation', {
    body: { token: url.split('#token=')[1], name: 'Guest', email: `${randomUUID()}@elsewhere.test`, password: STRONG, language: 'en', transport: 'token' },
  });
  return { id: body.user.id, token: body.token };
}

describe('the presence of others', () => {
  it('is told to a guest of whom they meet, and nothing of the others', async () => {
    const stranger = await server.invite(owner, `${randomUUID()}@acme.test`);
    const guest = await guestIn(await newChannel());
    await welcomed(owner);
    await welcomed(stranger.token);
    const socket = await welcomed(guest.token);
    const { result } = await ask(socket, 'watch_presence', { userIds: [ownerId, stranger.id] });
    expect(result).toEqual({ [ownerId]: 'online' });
  });

  it('is asked for again when a guest is taken out of a channel', async () => {
    const channelId = await newChannel();
    const guest = await guestIn(channelId);
    const socket = await welcomed(guest.token);
    const gone = closed(socket);
    await server.call('removeChannelMember', { token: owner, params: { id: channelId, userId: guest.id } });
    await gone;
    const { result } = await ask(await welcomed(guest.token), 'watch_presence', { userIds: [ownerId] });
    expect(result).toEqual({});
  });
});

describe('the presence of somebody who leaves', () => {
  it('is told to a guest no more, unless they still meet elsewhere', async () => {
    const [channelId, other] = [await newChannel(), await newChannel()];
    const [ann, bob] = [await server.invite(owner, `${randomUUID()}@acme.test`), await server.invite(owner, `${randomUUID()}@acme.test`)];
    const add = (id: string, userId: string) => server.call('addChannelMember', { token: owner, params: { id }, body: { userId } });
    for (const { id } of [ann, bob]) {
      await server.call('addTeamMember', { token: owner, params: { id: teamId }, body: { userId: id } });
      await add(channelId, id);
    }
    const guest = await guestIn(channelId);
    await add(other, guest.id);
    await add(other, bob.id);
    const [anns, bobs, guests] = [await welcomed(ann.token), await welcomed(bob.token), await welcomed(guest.token)];
    expect((await ask(guests, 'watch_presence', { userIds: [ann.id, bob.id] })).result).toEqual({ [ann.id]: 'online', [bob.id]: 'online' });
    const heard: ServerMessages['presence'][] = [];
    guests.on('presence', (presence) => { heard.push(presence); });
    for (const { id } of [ann, bob]) {
      expect((await server.call('removeChannelMember', { token: owner, params: { id: channelId, userId: id } })).status).toBe(204);
    }
    await ask(anns, 'activity', { active: false });
    await ask(bobs, 'activity', { active: false });
    await expect.poll(() => heard.some(({ userId }) => userId === bob.id)).toBe(true);
    expect(heard).toEqual([{ userId: bob.id, presence: 'away' }]);
  });
});

describe('up to where somebody read', () => {
  it('is told at once to who shares it, and to nobody else', async () => {
    const [ann, bob] = [await server.invite(owner, `${randomUUID()}@acme.test`), await server.invite(owner, `${randomUUID()}@acme.test`)];
    const { channel } = (await server.call('openConversation', { token: owner, body: { userIds: [ann.id, bob.id] } })).body;
    await server.database.query(`UPDATE app_user SET preferences = '{"readReceipts": false}' WHERE id = $1`, [bob.id]);
    const heard: Record<string, ServerMessages['receipt'][]> = { owner: [], bob: [] };
    const sockets = { owner: await welcomed(owner), bob: await welcomed(bob.token) };
    for (const [name, socket] of Object.entries(sockets)) socket.on('receipt', (receipt) => { heard[name]?.push(receipt); });
    const { seq } = (await server.call('sendMessage', { token: owner, params: { channelId: channel.id }, body: { clientId: randomUUID(), text: 'Hello' } })).body;

    // Bob tells nobody and is told nothing, whoever reads.
    await server.call('moveReadCursor', { token: bob.token, params: { id: channel.id }, body: { seq } });
    await server.call('moveReadCursor', { token: ann.token, params: { id: channel.id }, body: { seq } });
    await expect.poll(() => heard['owner']).toEqual([{ channelId: channel.id, userId: ann.id, readSeq: seq }]);
    expect(heard['bob']).toEqual([]);
  });
});
