import 'reflect-metadata';
import { createTestDatabase, type TestDatabase } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDataSource } from './data-source.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { PersonalWords1764200000000 } from './migrations/1764200000000-personal-words.ts';

let test: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await createDataSource(test.url, 3).initialize();
});
afterAll(async () => {
  await database?.destroy();
  await test?.drop();
});

const [userId, channelId, threadId] = [randomUUID(), randomUUID(), randomUUID()];
const scheduled = { open: randomUUID(), sent: randomUUID() };

async function before(): Promise<void> {
  await migrate(database);
  for (let count = migrations.length; count > migrations.indexOf(PersonalWords1764200000000); count -= 1) await database.undoLastMigration({ transaction: 'each' });
  await database.query(`INSERT INTO app_user (id, email, name, role, language) VALUES ($1, 'ann@acme.test', 'Ann', 'member', 'en')`, [userId]);
  await database.query(`INSERT INTO channel (id, kind, created_by, created_at) VALUES ($1, 'group', $2, now())`, [channelId, userId]);
  await database.query(`INSERT INTO channel_member (channel_id, user_id, role, joined_at) VALUES ($1, $2, 'owner', now())`, [channelId, userId]);
  await database.query(`INSERT INTO message (id, channel_id, author_id, text, seq, version, created_at) VALUES ($1, $2, $3, 'Root', 1, 1, now())`, [threadId, channelId, userId]);
  for (const [thread, text] of [[null, 'second words'], [threadId, 'thread words']]) {
    await database.query(
      'INSERT INTO draft (id, user_id, channel_id, thread_id, text, updated_at) VALUES ($1, $2, $3, $4, $5, now())', [randomUUID(), userId, channelId, thread, text],
    );
  }
  for (const [id, text, endedAt] of [[scheduled.open, 'waiting words', null], [scheduled.sent, 'sent words', new Date()]]) {
    await database.query(
      `INSERT INTO scheduled_message (id, user_id, channel_id, text, send_at, client_id, request_hash, created_at, ended_at) VALUES ($1, $2, $3, $4, now(), $5, '', now(), $6)`,
      [id, userId, channelId, text, randomUUID(), endedAt],
    );
  }
  const draft = (thread: string | null, text: string) => ['draft.saved', { draft: { channelId, threadId: thread, text } }] as const;
  const waits = (id: string, text: string) => ['scheduled.saved', { scheduled: { id, text } }] as const;
  const events = [
    draft(null, 'first words'), draft(threadId, 'thread words'), draft(null, 'second words'), waits(scheduled.open, 'early words'), waits(scheduled.sent, 'sent words'),
    waits(scheduled.open, 'waiting words'), ['scheduled.removed', { scheduledId: scheduled.sent }] as const,
  ];
  for (const [index, [type, payload]] of events.entries()) {
    await database.query('INSERT INTO stream_event (stream, seq, type, payload, at) VALUES ($1, $2, $3, $4, now())', [`user:${userId}`, index + 1, type, payload]);
  }
}

it('takes out of people’s logs what was written over, sent or removed before, and keeps what is still there', async () => {
  await before();
  await migrate(database);
  const log = await database.query<{ seq: number; type: string; payload: object }[]>('SELECT seq, type, payload FROM stream_event ORDER BY seq');
  expect(log).toEqual([
    { seq: 1, type: 'draft.removed', payload: { channelId, threadId: null } },
    { seq: 2, type: 'draft.saved', payload: { draft: { channelId, threadId, text: 'thread words' } } },
    { seq: 3, type: 'draft.saved', payload: { draft: { channelId, threadId: null, text: 'second words' } } },
    { seq: 4, type: 'scheduled.removed', payload: { scheduledId: scheduled.open } },
    { seq: 5, type: 'scheduled.removed', payload: { scheduledId: scheduled.sent } },
    { seq: 6, type: 'scheduled.saved', payload: { scheduled: { id: scheduled.open, text: 'waiting words' } } },
    { seq: 7, type: 'scheduled.removed', payload: { scheduledId: scheduled.sent } },
  ]);
  expect(await database.query('SELECT thread_id, told_seq FROM draft ORDER BY told_seq')).toEqual([{ thread_id: threadId, told_seq: 2 }, { thread_id: null, told_seq: 3 }]);
  expect(await database.query('SELECT id, text, told_seq FROM scheduled_message ORDER BY text')).toEqual([
    { id: scheduled.sent, text: '', told_seq: 0 }, { id: scheduled.open, text: 'waiting words', told_seq: 6 },
  ]);
});
