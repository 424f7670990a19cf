import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents: their tree, the log of what was written in them, who may see them, and what is said about them. */
export class Documents1764500000000 implements MigrationInterface {
  readonly name = 'Documents1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('text', 'whiteboard')),
        title text NOT NULL,
        icon text,
        channel_id uuid REFERENCES channel ON DELETE CASCADE,
        owner_id uuid REFERENCES app_user ON DELETE CASCADE,
        parent_id uuid REFERENCES document ON DELETE CASCADE,
        position text COLLATE "C" NOT NULL,
        inherits_access boolean NOT NULL DEFAULT true,
        -- Those whose grants and link hold here: itself, and what is above it as far as it inherits.
        access_path uuid[] NOT NULL,
        -- It inherits all the way up, from its home too.
        inherits_home boolean NOT NULL,
        link_access text NOT NULL DEFAULT 'none' CHECK (link_access IN ('none', 'reader', 'commenter', 'editor')),
        published boolean NOT NULL DEFAULT false,
        template boolean NOT NULL DEFAULT false,
        created_by uuid REFERENCES app_user ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        updated_by uuid REFERENCES app_user ON DELETE SET NULL,
        trashed_at timestamptz,
        trashed_by uuid REFERENCES app_user ON DELETE SET NULL,
        -- The document that was removed: it, or one above it.
        trashed_with uuid,
        CONSTRAINT document_home CHECK ((channel_id IS NULL) <> (owner_id IS NULL))
      );
      CREATE INDEX document_channel_id ON document (channel_id) WHERE channel_id IS NOT NULL;
      CREATE INDEX document_owner_id ON document (owner_id) WHERE owner_id IS NOT NULL;
      CREATE INDEX document_parent_id ON document (parent_id) WHERE parent_id IS NOT NULL;
      CREATE INDEX document_access_path ON document USING gin (access_path);
      CREATE INDEX document_trashed ON document (trashed_at) WHERE trashed_at IS NOT NULL;

      CREATE TABLE document_log (
        document_id uuid PRIMARY KEY REFERENCES document ON DELETE CASCADE,
        head bigint NOT NULL DEFAULT 0,
        -- Bytes of the last snapshot and of the updates after it.
        size bigint NOT NULL DEFAULT 0,
        snapshot_seq bigint NOT NULL DEFAULT 0,
        -- Of the newest client that wrote.
        schema_version integer NOT NULL DEFAULT 1
      );

      CREATE TABLE document_update (
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        seq bigint NOT NULL,
        update_id uuid NOT NULL,
        author_id uuid NOT NULL REFERENCES app_user,
        at timestamptz NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (document_id, seq),
        CONSTRAINT document_update_id UNIQUE (document_id, author_id, update_id)
      );

      CREATE TABLE document_snapshot (
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        seq bigint NOT NULL,
        at timestamptz NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (document_id, seq)
      );

      -- Yjs' client ids, each the one person's who used it first.
      CREATE TABLE document_client (
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        client_id bigint NOT NULL,
        user_id uuid NOT NULL REFERENCES app_user,
        PRIMARY KEY (document_id, client_id)
      );

      CREATE TABLE document_text (
        document_id uuid PRIMARY KEY REFERENCES document ON DELETE CASCADE,
        -- Of the update that the text was taken after.
        seq bigint NOT NULL,
        text text NOT NULL
      );

      CREATE TABLE document_grant (
        id uuid PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        user_id uuid REFERENCES app_user ON DELETE CASCADE,
        group_id uuid REFERENCES user_group ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('reader', 'commenter', 'editor', 'manager')),
        granted_by uuid REFERENCES app_user ON DELETE SET NULL,
        granted_at timestamptz NOT NULL,
        CONSTRAINT document_grant_whom CHECK ((user_id IS NULL) <> (group_id IS NULL)),
        CONSTRAINT document_grant_user UNIQUE (document_id, user_id),
        CONSTRAINT document_grant_group UNIQUE (document_id, group_id)
      );
      CREATE INDEX document_grant_user_id ON document_grant (user_id) WHERE user_id IS NOT NULL;
      CREATE INDEX document_grant_group_id ON document_grant (group_id) WHERE group_id IS NOT NULL;

      CREATE TABLE document_favourite (
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        at timestamptz NOT NULL,
        PRIMARY KEY (user_id, document_id)
      );
      CREATE INDEX document_favourite_document_id ON document_favourite (document_id);

      CREATE TABLE document_visit (
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        at timestamptz NOT NULL,
        PRIMARY KEY (user_id, document_id)
      );
      CREATE INDEX document_visit_document_id ON document_visit (document_id);
      CREATE INDEX document_visit_recent ON document_visit (user_id, at);

      -- Found in the text at each compaction.
      CREATE TABLE document_link (
        from_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        to_id uuid NOT NULL,
        PRIMARY KEY (from_id, to_id)
      );
      CREATE INDEX document_link_to_id ON document_link (to_id);

      -- Of a person in the text, or in a comment: told once.
      CREATE TABLE document_mention (
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        -- Id of the mention in the text, or of the comment.
        key uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        mentioned_by uuid REFERENCES app_user ON DELETE SET NULL,
        at timestamptz NOT NULL,
        excerpt text NOT NULL,
        seen_at timestamptz,
        PRIMARY KEY (document_id, key, user_id)
      );
      CREATE INDEX document_mention_user_id ON document_mention (user_id, at);

      CREATE TABLE document_file (
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        file_id uuid NOT NULL REFERENCES file ON DELETE CASCADE,
        attached_by uuid REFERENCES app_user ON DELETE SET NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (document_id, file_id)
      );
      CREATE INDEX document_file_file_id ON document_file (file_id);

      CREATE TABLE document_version (
        id uuid PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        seq bigint NOT NULL,
        name text NOT NULL,
        created_by uuid REFERENCES app_user ON DELETE SET NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX document_version_document_id ON document_version (document_id, seq);

      CREATE TABLE document_comment_thread (
        id uuid PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        anchor_start text,
        anchor_end text,
        quote text NOT NULL,
        created_at timestamptz NOT NULL,
        resolved_at timestamptz,
        resolved_by uuid REFERENCES app_user ON DELETE SET NULL,
        CONSTRAINT document_comment_anchor CHECK ((anchor_start IS NULL) = (anchor_end IS NULL))
      );
      CREATE INDEX document_comment_thread_document_id ON document_comment_thread (document_id, created_at);

      CREATE TABLE document_comment (
        id uuid PRIMARY KEY,
        thread_id uuid NOT NULL REFERENCES document_comment_thread ON DELETE CASCADE,
        author_id uuid NOT NULL REFERENCES app_user,
        client_id uuid NOT NULL,
        text text NOT NULL,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz,
        CONSTRAINT document_comment_client_id UNIQUE (author_id, client_id)
      );
      CREATE INDEX document_comment_thread_id ON document_comment (thread_id, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE document_comment, document_comment_thread, document_version, document_file, document_mention, document_link, document_visit,
        document_favourite, document_grant, document_text, document_client, document_snapshot, document_update, document_log, document;
    `);
  }
}
