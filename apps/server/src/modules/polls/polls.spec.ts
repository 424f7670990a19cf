import type { Message } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Streams } from '../../platform/streams/streams.ts';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
let ann: { token: string; id: string };
let bob: { token: string; id: string };
let stranger: { token: string; id: string };
let channelId: string;

beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  [ann, bob, stranger] = await Promise.all(['ann', 'bob', 'sam'].map((name) => server.invite(owner, `${name}@acme.test`))) as [typeof ann, typeof ann, typeof ann];
});
afterAll(() => server.stop());
beforeEach(async () => {
  const teamId = (await server.call('createTeam', { token: owner, body: { name: randomUUID() } })).body.team.id;
  for (const { id } of [ann, bob]) await server.call('addTeamMember', { token: owner, params: { id: teamId }, body: { userId: id } });
  channelId = (await server.call('createChannel', { token: owner, body: { teamId, kind: 'private', name: 'lunch', memberIds: [ann.id, bob.id] } })).body.channel.id;
});

const QUESTION = { question: 'Where do we eat?', options: ['Here', 'There', 'Nowhere'] };
const send = (poll: object, token = ann.token) => server.call('sendMessage', { token, params: { channelId }, body: { clientId: randomUUID(), text: '', poll: { ...QUESTION, ...poll } } });
const ask = async (poll: object = {}): Promise<Message> => (await send(poll)).body;
const place = ({ id }: Message) => ({ params: { channelId, messageId: id } });
const vote = (token: string, message: Message, ...optionIds: number[]) => server.call('votePoll', { token, ...place(message), body: { optionIds } });
const close = (token: string, message: Message) => server.call('closePoll', { token, ...place(message) });
const mine = async (token: string, message: Message) => (await server.call('getPollVote', { token, ...place(message) })).body.optionIds;
const read = async (message: Message) => (await server.call('getMessage', { token: ann.token, ...place(message) })).body as Message;
const counts = (message: Message) => message.poll!.options.map(({ votes }) => votes);
const events = () => server.database.query<{ stream: string; type: string; author: string | null; payload: Record<string, unknown> }[]>(
  'SELECT stream, type, author, payload FROM stream_event WHERE stream = ANY($1) ORDER BY at, seq', [[`channel:${channelId}`, `user:${ann.id}`, `user:${bob.id}`]],
);
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

describe('a poll', () => {
  it('is a message without words', async () => {
    const message = await ask();
    expect(message).toMatchObject({ text: '', poll: { ...QUESTION, options: QUESTION.options.map((text, id) => ({ id, text, votes: 0, userIds: [] })), multiple: false, anonymous: false, closedAt: null, voters: 0 } });
    expect(await read(message)).toEqual(message);
  });

  it('has two answers at least, and ends in the future', async () => {
    expect((await send({ options: ['only'] })).status).toBe(400);
    expect((await send({ question: ' ' })).status).toBe(400);
    expect((await send({ closesAt: inMs(-1_000) })).body.code).toBe('scheduled_in_past');
  });

  it('goes with its message', async () => {
    const message = await ask();
    await vote(bob.token, message, 0);
    await server.call('deleteMessage', { token: ann.token, ...place(message) });
    expect((await vote(bob.token, message, 1)).status).toBe(404);
    expect(await server.database.query('SELECT 1 FROM poll_vote WHERE message_id = $1', [message.id])).toEqual([]);
    expect(JSON.stringify((await events()).filter(({ stream }) => stream.startsWith('channel')))).not.toContain(QUESTION.question);
  });
});

describe('a vote', () => {
  it('replaces the one before, and none takes it back', async () => {
    const message = await ask();
    const first = await vote(bob.token, message, 1);
    expect(first.body.version).toBeGreaterThan(message.version);
    expect(counts(first.body)).toEqual([0, 1, 0]);
    expect(first.body.poll.options[1].userIds).toEqual([bob.id]);
    expect(counts((await vote(bob.token, message, 2)).body)).toEqual([0, 0, 1]);
    expect(await mine(bob.token, message)).toEqual([2]);
    const none = await vote(bob.token, message);
    expect(none.body.poll).toMatchObject({ voters: 0 });
    expect(await mine(bob.token, message)).toEqual([]);
  });

  it('tells the channel once, and my own devices what I chose', async () => {
    const message = await ask({ multiple: true });
    await vote(bob.token, message, 2, 0, 2);
    const voted = (await vote(bob.token, message, 0, 2)).body as Message;
    expect((await events()).filter(({ type }) => type !== 'message.created' && type.startsWith('message'))).toMatchObject([{ type: 'message.updated', payload: { message: voted } }]);
    expect((await events()).filter(({ type }) => type === 'poll.voted').at(-1)).toMatchObject({ stream: `user:${bob.id}`, payload: { messageId: message.id, optionIds: [0, 2] } });
  });

  it('is for answers that there are, and for one where only one counts', async () => {
    const message = await ask();
    for (const optionIds of [[3], [-1], [0, 1]]) expect((await vote(bob.token, message, ...optionIds)).body.code).toBe('poll_option_invalid');
  });

  it('is for members, of polls', async () => {
    const message = await ask();
    const words = (await server.call('sendMessage', { token: ann.token, params: { channelId }, body: { clientId: randomUUID(), text: 'words' } })).body;
    expect((await vote(stranger.token, message, 0)).status).toBe(404);
    expect((await server.call('getPollVote', { token: stranger.token, ...place(message) })).status).toBe(404);
    expect((await vote(bob.token, words, 0)).status).toBe(404);
    await server.call('archiveChannel', { token: owner, params: { id: channelId } });
    expect((await vote(bob.token, message, 0)).body.code).toBe('channel_archived');
  });

  it('in an anonymous poll leaves no trace of who chose what, for anybody', async () => {
    const message = await ask({ anonymous: true });
    const { body } = await vote(bob.token, message, 1);
    expect(counts(body)).toEqual([0, 1, 0]);
    expect(body.poll.options[1].userIds).toEqual([]);
    const told = (await events()).filter(({ stream }) => stream === `channel:${channelId}`).slice(-1);
    expect(told).toMatchObject([{ type: 'message.updated', author: null }]);
    expect(JSON.stringify(told)).not.toContain(bob.id);
    expect(await mine(bob.token, message)).toEqual([1]);
    expect(await mine(ann.token, message)).toEqual([]);
  });

  it('names the first who chose something, and counts all', async () => {
    const message = await ask();
    await server.database.query(
      `WITH extra AS (
         INSERT INTO app_user (id, email, name, role, language) SELECT gen_random_uuid(), gen_random_uuid() || '@acme.test', 'X', 'member', 'en' FROM generate_series(1, 60) RETURNING id
       ) INSERT INTO poll_vote (message_id, user_id, option, at) SELECT $1, id, 0, now() FROM extra`, [message.id],
    );
    const { poll } = await read(message);
    expect(poll).toMatchObject({ voters: 60, options: [{ votes: 60 }, { votes: 0 }, { votes: 0 }] });
    expect(poll!.options[0]!.userIds).toHaveLength(50);
  });
});

describe('closing', () => {
  it('is for its author and who looks after the channel, and ends voting', async () => {
    const message = await ask();
    expect((await close(bob.token, message)).body.code).toBe('forbidden');
    const closed = await close(ann.token, message);
    expect(closed.body.poll.closedAt).not.toBeNull();
    expect((await close(owner, message)).body).toEqual(closed.body);
    expect((await vote(bob.token, message, 0)).body.code).toBe('poll_closed');
    const other = await ask();
    expect((await close(owner, other)).status).toBe(200);
  });

  it('comes by itself, also when nobody has noticed yet', async () => {
    const message = await ask({ closesAt: inMs(1_500) });
    await vote(bob.token, message, 0);
    await vi.waitUntil(async () => (await read(message)).poll?.closedAt !== null, { timeout: 10_000, interval: 50 });
    expect((await read(message)).poll).toMatchObject({ closedAt: message.poll!.closesAt, voters: 1 });
    expect((await events()).at(-1)).toMatchObject({ type: 'message.updated', author: null });

    const unnoticed = await ask({ closesAt: inMs(3_600_000) });
    await server.database.query(`UPDATE poll SET closes_at = now() - interval '1 second' WHERE message_id = $1`, [unnoticed.id]);
    expect((await vote(bob.token, unnoticed, 0)).body.code).toBe('poll_closed');
  }, 20_000);

  it('lets a vote that comes at the same moment count before it, or refuses it', async () => {
    const message = await ask();
    let closedFirst: Promise<{ status: number }> | undefined;
    let late: Promise<{ status: number; body: { code?: string } }> | undefined;
    // Both wait for the channel's lock, in this order.
    await server.app.get(Streams).transaction(async (tx) => {
      await tx.lock(`channel:${channelId}`);
      const waiting = () => server.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`).then(([row]) => row!.n);
      closedFirst = close(ann.token, message);
      await vi.waitUntil(async () => (await waiting()) === 1, { timeout: 10_000, interval: 20 });
      late = vote(bob.token, message, 1);
      await vi.waitUntil(async () => (await waiting()) === 2, { timeout: 10_000, interval: 20 });
    });
    expect((await closedFirst!).status).toBe(200);
    expect((await late!).body.code).toBe('poll_closed');
    expect((await read(message)).poll).toMatchObject({ voters: 0 });

    for (let round = 0; round < 5; round += 1) {
      const again = await ask();
      const [voted] = await Promise.all([vote(bob.token, again, 0), close(ann.token, again)]);
      const { poll } = await read(again);
      expect(poll!.closedAt).not.toBeNull();
      expect(poll!.voters).toBe(voted.status === 200 ? 1 : 0);
    }
  }, 30_000);
});
