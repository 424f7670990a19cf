import { type Message, streamId } from '@parvis/contracts';
import { formatMention } from '@parvis/rich-text';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

const PEOPLE = 40;
let server: AccountServer;
let owner: string;
let channelId: string;
let people: { id: string }[];

beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  channelId = (await server.call('listChannels', { token: owner })).body.channels[0].channel.id;
  people = await server.database.query(
    `WITH person AS (
       INSERT INTO app_user (id, email, name, language, role, password_hash, created_at)
       SELECT gen_random_uuid(), 'person' || n || '@acme.test', 'Person ' || n, 'en', 'member', '', now() FROM generate_series(1, ${PEOPLE}) n RETURNING id
     )
     INSERT INTO channel_member (channel_id, user_id, role, joined_at) SELECT $1, id, 'member', now() FROM person RETURNING user_id AS id`,
    [channelId],
  );
});
afterAll(() => server?.stop());

const say = async (text: string, more: object = {}): Promise<Message> =>
  (await server.call('sendMessage', { token: owner, params: { channelId }, body: { clientId: randomUUID(), text, ...more } })).body;

/** Statements that it takes to mention so many people, as a group, in a new thread. */
async function statementsFor(members: { id: string }[]): Promise<{ statements: number; threadId: string }> {
  const body = { handle: `g-${randomUUID().slice(0, 8)}`, name: 'Group', userIds: members.map(({ id }) => id) };
  const group = (await server.call('createGroup', { token: owner, body })).body;
  const root = await say('Root');
  const query = vi.spyOn(StreamTransaction.prototype, 'query');
  const reply = await say(`Look ${formatMention('group', group.id, group.handle)}`, { threadId: root.id });
  const statements = query.mock.calls.length;
  query.mockRestore();
  expect(reply.mentions.userIds).toHaveLength(members.length);
  return { statements, threadId: root.id };
}

it('takes as many statements for the many people of a group as for a few, and tells each', async () => {
  const few = await statementsFor(people.slice(0, 2));
  const { statements, threadId } = await statementsFor(people);
  expect(statements).toBe(few.statements);
  const told = await server.database.query<{ stream: string; payload: unknown }[]>(
    `SELECT stream, payload FROM stream_event WHERE type = 'thread.updated' AND payload->'thread'->>'threadId' = $1 AND stream = ANY($2)`,
    [threadId, people.map(({ id }) => streamId('user', id))],
  );
  expect(new Set(told.map(({ stream }) => stream)).size).toBe(PEOPLE);
  for (const { payload } of told) expect(payload).toMatchObject({ thread: { threadId, unreadCount: 1, mentionCount: 1 } });
  const followers = await server.database.query('SELECT 1 FROM thread_follower WHERE thread_id = $1 AND following', [threadId]);
  // With the author.
  expect(followers).toHaveLength(PEOPLE + 1);
});
