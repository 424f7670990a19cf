import { API_PREFIX, type OperationId, PROTOCOL_HEADER, PROTOCOL_VERSION, type RouteDefinition, ROUTES } from '@parvis/contracts';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, eventually } from '../../fixtures/meetings.ts';
import { hurry } from '../../fixtures/rooms.ts';

let server: TestServer;
let pool: pg.Pool;
let [olga, bob] = [] as unknown as [TestAccount, TestAccount];

beforeAll(async () => {
  server = await startTestServer();
  pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  olga = await server.setUp();
  bob = await server.createUser('Bob');
});
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

/** A browser without an account: all that it has is a cookie. */
class Visitor {
  cookie = '';

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- looks into any answer
  async call(operation: OperationId, { params = {}, body }: { params?: Record<string, string>; body?: unknown } = {}): Promise<any> {
    const route: RouteDefinition = ROUTES[operation];
    const response = await fetch(`${server.url}${API_PREFIX}${route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')}`, {
      method: route.method, body: body === undefined ? null : JSON.stringify(body),
      headers: { [PROTOCOL_HEADER]: String(PROTOCOL_VERSION), cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) {
      expect(set).toContain('HttpOnly');
      this.cookie = set.split(';')[0]!;
    }
    const answer = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new Error((answer as { code: string }).code);
    return answer;
  }
}

async function linked(lobby: 'off' | 'guests' = 'guests') {
  const meeting = await olga.api.call('createMeeting', { body: { title: 'Open day' } });
  const mine = await olga.api.call('joinMeeting', { params: { id: meeting.id }, body: { deviceId: randomUUID() } });
  if (lobby !== meeting.lobby) await olga.api.call('updateMeeting', { params: { id: meeting.id }, body: { lobby } });
  const link = await olga.api.call('createMeetingLink', { params: { id: meeting.id }, body: {} });
  return { meeting, mine, link, token: new URL(link.url).hash.replace('#token=', '') };
}

describe('a link to a meeting', () => {
  it('says what it leads to, and brings somebody without an account into its lobby, then in', async () => {
    const { meeting, token } = await linked();
    const visitor = new Visitor();
    expect(await visitor.call('lookUpMeetingLink', { body: { token } })).toEqual({ meetingId: meeting.id, title: 'Open day', organisation: 'Test', startedAt: meeting.startedAt, locked: false });
    expect(await codeOf(visitor.call('joinByMeetingLink', { body: { token, deviceId: randomUUID() } }))).toBe('invalid_request');
    const deviceId = randomUUID();
    const { participant } = await visitor.call('joinByMeetingLink', { body: { token, name: 'Visitor', language: 'fr', deviceId } });
    expect(await visitor.call('getMe')).toMatchObject({ name: 'Visitor', language: 'fr' });
    expect(participant).toMatchObject({ name: 'Visitor', guest: true, state: 'waiting', role: 'attendee' });
    // Signed in by this: again it is the same person.
    expect((await visitor.call('joinByMeetingLink', { body: { token, name: 'Other', deviceId } })).participant).toEqual(participant);
    expect(await codeOf(visitor.call('getMeetingState', { params: { id: meeting.id } }))).toBe('not_in_meeting');
    expect(await codeOf(visitor.call('listMessages', { params: { channelId: meeting.channelId } }))).toBe('not_found');
    await olga.api.call('admitParticipant', { params: { id: meeting.id, participantId: participant.id } });
    expect((await visitor.call('getMeetingState', { params: { id: meeting.id } })).participants).toHaveLength(2);
    await visitor.call('sendMessage', { params: { channelId: meeting.channelId }, body: { clientId: randomUUID(), text: 'Hello' } });
  });

  it('makes nobody whom others look up, and who could do more than be there', async () => {
    const { meeting, token, mine } = await linked('off');
    const visitor = new Visitor();
    const { participant } = await visitor.call('joinByMeetingLink', { body: { token, name: 'Zoltan', deviceId: randomUUID() } });
    expect(participant.state).toBe('joined');
    expect((await olga.api.call('listUsers', { query: { query: 'Zoltan', limit: 50 } })).users).toEqual([]);
    expect((await olga.api.call('listUsers', { query: { ids: participant.userId, limit: 50 } })).users).toMatchObject([{ name: 'Zoltan', role: 'guest' }]);
    expect(await codeOf(visitor.call('createMeeting', { body: { title: 'Mine' } }))).toBe('forbidden');
    expect(await codeOf(visitor.call('createMeetingLink', { params: { id: meeting.id }, body: {} }))).toBe('forbidden');
    expect(await codeOf(visitor.call('ringPeople', { params: { id: meeting.id }, body: { userIds: [bob.user.id] } }))).toBe('forbidden');
    // Who is left alone with guests hosts nothing of theirs.
    await olga.api.call('leaveMeeting', { params: { id: meeting.id }, body: { participantId: mine.id } });
    expect((await visitor.call('getMeetingState', { params: { id: meeting.id } })).participants).toMatchObject([{ role: 'attendee' }]);
  });

  it('brings to its conversation only: no other is opened with whom it brought, from either side, and no channel takes them in', async () => {
    const { meeting, token } = await linked('off');
    const [visitor, second] = [new Visitor(), new Visitor()];
    const { participant } = await visitor.call('joinByMeetingLink', { body: { token, name: 'Visitor', deviceId: randomUUID() } });
    const other = (await second.call('joinByMeetingLink', { body: { token, name: 'Second', deviceId: randomUUID() } })).participant;
    const open = (by: Visitor, userIds: string[]) => codeOf(by.call('openConversation', { body: { userIds } }));
    expect(await open(visitor, [olga.user.id])).toBe('meeting_guest');
    expect(await open(visitor, [other.userId])).toBe('meeting_guest');
    expect(await open(visitor, [olga.user.id, other.userId])).toBe('meeting_guest');
    // Whom they don't meet is not there for them, as for any guest.
    expect(await open(visitor, [bob.user.id])).toBe('not_found');
    expect(await codeOf(olga.api.call('openConversation', { body: { userIds: [participant.userId] } }))).toBe('meeting_guest');
    expect(await codeOf(bob.api.call('openConversation', { body: { userIds: [olga.user.id, participant.userId] } }))).toBe('meeting_guest');
    const { team } = await olga.api.call('createTeam', { body: { name: 'Insiders' } });
    const { channel } = await olga.api.call('createChannel', { body: { teamId: team.id, kind: 'private', name: 'inside' } });
    expect(await codeOf(olga.api.call('addChannelMember', { params: { id: channel.id }, body: { userId: participant.userId } }))).toBe('meeting_guest');
    const { channels } = await visitor.call('listChannels');
    expect(channels.map((summary: { channel: { id: string } }) => summary.channel.id)).toEqual([meeting.channelId]);
    await visitor.call('sendMessage', { params: { channelId: meeting.channelId }, body: { clientId: randomUUID(), text: 'Here I write' } });
  });

  it('lets a person of the organisation in as themselves', async () => {
    const { meeting, token } = await linked();
    const deviceId = randomUUID();
    const { participant } = await bob.api.call('joinByMeetingLink', { body: { token, deviceId } });
    expect(participant).toMatchObject({ userId: bob.user.id, guest: false, state: 'waiting' });
    await olga.api.call('admitAll', { params: { id: meeting.id } });
    expect(await bob.api.call('joinMeeting', { params: { id: meeting.id }, body: { deviceId } })).toMatchObject({ id: participant.id, state: 'joined' });
  });

  it('does not work any more once revoked, expired, or the meeting over; nor for whom a host removed, with the same cookie', async () => {
    const { meeting, token } = await linked('off');
    const visitor = new Visitor();
    const join = (secret: string, by = new Visitor()) => codeOf(by.call('joinByMeetingLink', { body: { token: secret, name: 'Visitor', deviceId: randomUUID() } }));
    const { participant } = await visitor.call('joinByMeetingLink', { body: { token, name: 'Visitor', deviceId: randomUUID() } });
    await olga.api.call('removeParticipant', { params: { id: meeting.id, participantId: participant.id } });
    expect(await join(token, visitor)).toBe('forbidden');
    await olga.api.call('revokeMeetingLinks', { params: { id: meeting.id } });
    expect(await join(token)).toBe('meeting_link_invalid');
    expect(await join('x'.repeat(43))).toBe('meeting_link_invalid');
    const past = new Date(Date.now() - 1_000).toISOString();
    expect(await codeOf(olga.api.call('createMeetingLink', { params: { id: meeting.id }, body: { expiresAt: past } }))).toBe('scheduled_in_past');
    const again = new URL((await olga.api.call('createMeetingLink', { params: { id: meeting.id }, body: {} })).url).hash.replace('#token=', '');
    await pool.query('UPDATE meeting_link SET expires_at = now() WHERE meeting_id = $1', [meeting.id]);
    expect(await join(again)).toBe('meeting_link_invalid');
    await pool.query(`UPDATE meeting_link SET expires_at = now() + interval '1 hour' WHERE meeting_id = $1`, [meeting.id]);
    await olga.api.call('updateMeeting', { params: { id: meeting.id }, body: { locked: true } });
    expect(await join(again)).toBe('meeting_locked');
    await olga.api.call('endMeeting', { params: { id: meeting.id } });
    expect(await join(again)).toBe('meeting_ended');
    const { rows } = await pool.query('SELECT token_hash FROM meeting_link');
    expect(JSON.stringify(rows.map((row) => (row as { token_hash: Buffer }).token_hash.toString()))).not.toContain(again);
  });

  it('leaves no account behind that works: some time after the meeting it is closed', async () => {
    const { meeting, token } = await linked('off');
    const visitor = new Visitor();
    const { participant } = await visitor.call('joinByMeetingLink', { body: { token, name: 'Visitor', deviceId: randomUUID() } });
    const due = async () => (await pool.query(
      `SELECT run_at - now() AS wait, extract(epoch FROM run_at - now()) AS seconds FROM graphile_worker._private_jobs WHERE payload->>'userId' = $1`, [participant.userId],
    )).rows.map((row) => Math.round((row as { seconds: number }).seconds / 3_600));
    expect(await due()).toEqual([24]);
    await olga.api.call('endMeeting', { params: { id: meeting.id } });
    expect(await due()).toEqual([1]);
    // To read once more what was said.
    expect((await visitor.call('listMessages', { params: { channelId: meeting.channelId } })).messages.length).toBeGreaterThan(0);
    await hurry({ query: async (sql, parameters = []) => (await pool.query(sql, parameters)).rows }, 'meetings.retire-guest');
    await eventually(() => codeOf(visitor.call('listMessages', { params: { channelId: meeting.channelId } }))).toBe('unauthenticated');
    expect((await pool.query('SELECT deactivated_at FROM app_user WHERE id = $1', [participant.userId])).rows).toEqual([{ deactivated_at: expect.any(Date) }]);
  });
});
