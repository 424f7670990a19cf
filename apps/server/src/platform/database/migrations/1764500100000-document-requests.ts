import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a comment was asked for with, so that its client's id means one request; one name for each moment of a document. */
export class DocumentRequests1764500100000 implements MigrationInterface {
  readonly name = 'DocumentRequests1764500100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_comment ADD COLUMN request_hash text NOT NULL DEFAULT '';
      ALTER TABLE document_comment ALTER COLUMN request_hash DROP DEFAULT;
      DROP INDEX document_version_document_id;
      ALTER TABLE document_version ADD CONSTRAINT document_version_moment UNIQUE (document_id, seq);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_version DROP CONSTRAINT document_version_moment;
      CREATE INDEX document_version_document_id ON document_version (document_id, seq);
      ALTER TABLE document_comment DROP COLUMN request_hash;
    `);
  }
}
