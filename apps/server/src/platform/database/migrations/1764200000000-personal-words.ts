import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of drafts and scheduled messages are in their owner's log once: in the event that told them last. */
export class PersonalWords1764200000000 implements MigrationInterface {
  readonly name = 'PersonalWords1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Seq of that event.
      ALTER TABLE draft ADD told_seq bigint NOT NULL DEFAULT 0;
      ALTER TABLE scheduled_message ADD told_seq bigint NOT NULL DEFAULT 0;

      UPDATE draft SET told_seq = coalesce((
        SELECT max(e.seq) FROM stream_event e
        WHERE e.stream = 'user:' || draft.user_id AND e.type = 'draft.saved' AND e.payload->'draft'->>'channelId' = draft.channel_id::text
          AND e.payload->'draft'->>'threadId' IS NOT DISTINCT FROM draft.thread_id::text
      ), 0);
      UPDATE scheduled_message SET told_seq = coalesce((
        SELECT max(e.seq) FROM stream_event e
        WHERE e.stream = 'user:' || scheduled_message.user_id AND e.type = 'scheduled.saved'
          AND e.payload->'scheduled'->>'id' = scheduled_message.id::text
      ), 0) WHERE ended_at IS NULL;
      UPDATE scheduled_message SET text = '', file_ids = '{}' WHERE ended_at IS NOT NULL;

      UPDATE stream_event e SET type = 'draft.removed',
        payload = jsonb_build_object('channelId', e.payload->'draft'->'channelId', 'threadId', e.payload->'draft'->'threadId')
      WHERE e.type = 'draft.saved' AND NOT EXISTS (SELECT FROM draft WHERE e.stream = 'user:' || draft.user_id AND e.seq = draft.told_seq);
      UPDATE stream_event e SET type = 'scheduled.removed', payload = jsonb_build_object('scheduledId', e.payload->'scheduled'->'id')
      WHERE e.type = 'scheduled.saved'
        AND NOT EXISTS (SELECT FROM scheduled_message s WHERE e.stream = 'user:' || s.user_id AND e.seq = s.told_seq);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE draft DROP told_seq; ALTER TABLE scheduled_message DROP told_seq;');
  }
}
