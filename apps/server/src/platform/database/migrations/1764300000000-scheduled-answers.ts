import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A scheduled message keeps what it quotes, and whether a reply goes to the conversation too. */
export class ScheduledAnswers1764300000000 implements MigrationInterface {
  readonly name = 'ScheduledAnswers1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE scheduled_message
        ADD quoted_message_id uuid REFERENCES message ON DELETE SET NULL,
        ADD also_in_channel boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE scheduled_message DROP quoted_message_id, DROP also_in_channel');
  }
}
