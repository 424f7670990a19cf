import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads, reactions, polls, files, and what each person keeps for themselves. */
export class Chat1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD link_previews boolean NOT NULL DEFAULT false,
        ADD read_receipts boolean NOT NULL DEFAULT true,
        ADD custom_emoji_by text NOT NULL DEFAULT 'everyone' CHECK (custom_emoji_by IN ('everyone', 'admins')),
        ADD edit_history text NOT NULL DEFAULT 'everyone' CHECK (edit_history IN ('everyone', 'moderators', 'nobody'));

      ALTER TABLE app_user
        ADD status_emoji text NOT NULL DEFAULT '',
        ADD status_text text NOT NULL DEFAULT '',
        ADD status_expires_at timestamptz,
        ADD do_not_disturb_until timestamptz,
        -- What differs from the defaults.
        ADD preferences jsonb NOT NULL DEFAULT '{}';

      ALTER TABLE invitation
        DROP CONSTRAINT invitation_role_check,
        ADD CONSTRAINT invitation_role_check CHECK (role IN ('admin', 'member', 'guest')),
        ADD channel_ids uuid[] NOT NULL DEFAULT '{}';

      ALTER TABLE channel
        ADD description text NOT NULL DEFAULT '',
        ADD posting text NOT NULL DEFAULT 'everyone' CHECK (posting IN ('everyone', 'moderators')),
        ADD mention_all text NOT NULL DEFAULT 'everyone' CHECK (mention_all IN ('everyone', 'moderators'));

      ALTER TABLE channel_member
        DROP CONSTRAINT channel_member_role_check,
        ADD CONSTRAINT channel_member_role_check CHECK (role IN ('owner', 'moderator', 'member')),
        ADD muted boolean NOT NULL DEFAULT false,
        ADD notifications text NOT NULL DEFAULT 'default' CHECK (notifications IN ('default', 'all', 'mentions', 'none'));

      -- Bytes are kept once, whatever refers to them, under a random key of the store.
      CREATE TABLE blob (
        id uuid PRIMARY KEY,
        sha256 bytea NOT NULL,
        key text NOT NULL,
        size bigint NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT blob_sha256 UNIQUE (sha256),
        CONSTRAINT blob_key UNIQUE (key)
      );

      ALTER TABLE message
        ADD style text CHECK (style IN ('me')),
        ADD thread_id uuid REFERENCES message ON DELETE CASCADE,
        ADD also_in_channel boolean NOT NULL DEFAULT false,
        -- Of a thread's first message: what hangs from it.
        ADD reply_count integer NOT NULL DEFAULT 0,
        ADD last_reply_at timestamptz,
        ADD last_reply_seq bigint,
        ADD thread_user_ids uuid[] NOT NULL DEFAULT '{}',
        ADD quoted_message_id uuid REFERENCES message ON DELETE SET NULL,
        ADD forwarded jsonb,
        ADD pinned_at timestamptz,
        ADD pinned_by uuid REFERENCES app_user,
        ADD mentions_here boolean NOT NULL DEFAULT false;
      -- What a channel shows when replies stay beside it.
      CREATE INDEX message_in_channel ON message (channel_id, seq) WHERE thread_id IS NULL OR also_in_channel;
      CREATE INDEX message_thread ON message (thread_id, seq) WHERE thread_id IS NOT NULL;
      CREATE INDEX message_quoted ON message (quoted_message_id) WHERE quoted_message_id IS NOT NULL;
      CREATE INDEX message_pinned ON message (channel_id, pinned_at) WHERE pinned_at IS NOT NULL;

      CREATE TABLE message_revision (
        message_id uuid NOT NULL REFERENCES message ON DELETE CASCADE,
        version bigint NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (message_id, version)
      );

      CREATE TABLE thread_follower (
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        thread_id uuid NOT NULL REFERENCES message ON DELETE CASCADE,
        channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
        -- False: unfollowed by hand, so that a further reply doesn't bring it back.
        following boolean NOT NULL DEFAULT true,
        read_seq bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (user_id, thread_id)
      );
      CREATE INDEX thread_follower_thread_id ON thread_follower (thread_id);
      CREATE INDEX thread_follower_channel_id ON thread_follower (channel_id);

      CREATE TABLE reaction (
        message_id uuid NOT NULL REFERENCES message ON DELETE CASCADE,
        emoji text NOT NULL,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        -- Of the event that added it: the order of those who used this emoji.
        seq bigint NOT NULL,
        -- That of the first of them, even if that one took it back: the order of the emoji.
        emoji_seq bigint NOT NULL,
        PRIMARY KEY (message_id, emoji, user_id)
      );

      CREATE TABLE emoji_use (
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        emoji text NOT NULL,
        count integer NOT NULL,
        last_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, emoji)
      );

      CREATE TABLE custom_emoji (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        blob_id uuid NOT NULL REFERENCES blob,
        created_by uuid REFERENCES app_user ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT custom_emoji_name UNIQUE (name)
      );
      CREATE INDEX custom_emoji_blob_id ON custom_emoji (blob_id);

      CREATE TABLE poll (
        message_id uuid PRIMARY KEY REFERENCES message ON DELETE CASCADE,
        question text NOT NULL,
        options text[] NOT NULL,
        multiple boolean NOT NULL,
        anonymous boolean NOT NULL,
        closes_at timestamptz,
        closed_at timestamptz
      );
      CREATE TABLE poll_vote (
        message_id uuid NOT NULL REFERENCES poll ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        -- Index in the poll's options.
        option integer NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (message_id, user_id, option)
      );

      CREATE TABLE file (
        id uuid PRIMARY KEY,
        -- Null until a message takes it: then it is its conversation's, not its sender's.
        channel_id uuid REFERENCES channel ON DELETE CASCADE,
        message_id uuid REFERENCES message ON DELETE CASCADE,
        position integer NOT NULL DEFAULT 0,
        uploaded_by uuid NOT NULL REFERENCES app_user,
        name text NOT NULL,
        media_type text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('image', 'video', 'audio', 'voice', 'file')),
        size bigint NOT NULL,
        blob_id uuid NOT NULL REFERENCES blob,
        thumbnail_blob_id uuid REFERENCES blob,
        width integer,
        height integer,
        duration integer,
        waveform smallint[],
        created_at timestamptz NOT NULL,
        CONSTRAINT file_place CHECK ((channel_id IS NULL) = (message_id IS NULL))
      );
      CREATE INDEX file_message_id ON file (message_id) WHERE message_id IS NOT NULL;
      CREATE INDEX file_channel_id ON file (channel_id, created_at, id) WHERE channel_id IS NOT NULL;
      CREATE INDEX file_loose ON file (created_at) WHERE message_id IS NULL;
      CREATE INDEX file_blob_id ON file (blob_id);
      CREATE INDEX file_thumbnail_blob_id ON file (thumbnail_blob_id) WHERE thumbnail_blob_id IS NOT NULL;

      -- An upload on its way; its bytes so far are in the folder of uploads.
      CREATE TABLE upload (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        name text NOT NULL,
        size bigint NOT NULL,
        created_at timestamptz NOT NULL,
        -- Set once it is whole.
        file_id uuid REFERENCES file ON DELETE SET NULL
      );
      CREATE INDEX upload_user_id ON upload (user_id);
      CREATE INDEX upload_file_id ON upload (file_id) WHERE file_id IS NOT NULL;

      CREATE TABLE link_preview (
        id uuid PRIMARY KEY,
        url text NOT NULL,
        -- Null when there is nothing to show, or it could not be fetched.
        title text,
        description text NOT NULL DEFAULT '',
        site_name text NOT NULL DEFAULT '',
        image_blob_id uuid REFERENCES blob,
        fetched_at timestamptz NOT NULL,
        CONSTRAINT link_preview_url UNIQUE (url)
      );
      CREATE INDEX link_preview_image_blob_id ON link_preview (image_blob_id) WHERE image_blob_id IS NOT NULL;
      CREATE TABLE message_link_preview (
        message_id uuid NOT NULL REFERENCES message ON DELETE CASCADE,
        link_preview_id uuid NOT NULL REFERENCES link_preview ON DELETE CASCADE,
        position integer NOT NULL,
        -- By its author: not shown again, whatever is edited.
        removed boolean NOT NULL DEFAULT false,
        PRIMARY KEY (message_id, link_preview_id)
      );
      CREATE INDEX message_link_preview_link_preview_id ON message_link_preview (link_preview_id);

      CREATE TABLE saved_item (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        message_id uuid REFERENCES message ON DELETE CASCADE,
        channel_id uuid REFERENCES channel ON DELETE CASCADE,
        text text NOT NULL,
        state text NOT NULL CHECK (state IN ('todo', 'done')),
        remind_at timestamptz,
        reminded_at timestamptz,
        client_id uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT saved_item_message UNIQUE (user_id, message_id),
        CONSTRAINT saved_item_client_id UNIQUE (user_id, client_id)
      );
      CREATE INDEX saved_item_listed ON saved_item (user_id, state, created_at, id);

      CREATE TABLE draft (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        channel_id uuid NOT NULL,
        thread_id uuid REFERENCES message ON DELETE CASCADE,
        text text NOT NULL,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        quoted_message_id uuid REFERENCES message ON DELETE SET NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT draft_place UNIQUE NULLS NOT DISTINCT (user_id, channel_id, thread_id),
        -- Goes with the person's place in the channel.
        CONSTRAINT draft_member_fkey FOREIGN KEY (channel_id, user_id) REFERENCES channel_member ON DELETE CASCADE
      );

      CREATE TABLE scheduled_message (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
        thread_id uuid REFERENCES message ON DELETE CASCADE,
        text text NOT NULL,
        file_ids uuid[] NOT NULL DEFAULT '{}',
        send_at timestamptz NOT NULL,
        client_id uuid NOT NULL,
        request_hash text NOT NULL,
        failure text,
        created_at timestamptz NOT NULL,
        -- Set instead of deleting the row, so that a repeated request finds what became of it.
        ended_at timestamptz,
        CONSTRAINT scheduled_message_client_id UNIQUE (user_id, client_id)
      );
      CREATE INDEX scheduled_message_open ON scheduled_message (user_id) WHERE ended_at IS NULL;

      CREATE TABLE sidebar (
        user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
        version integer NOT NULL,
        sections jsonb NOT NULL
      );

      CREATE TABLE user_group (
        id uuid PRIMARY KEY,
        handle text NOT NULL,
        name text NOT NULL,
        team_id uuid REFERENCES team ON DELETE CASCADE,
        created_by uuid REFERENCES app_user ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT user_group_handle UNIQUE (handle)
      );
      CREATE TABLE user_group_member (
        group_id uuid NOT NULL REFERENCES user_group ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        PRIMARY KEY (group_id, user_id)
      );
      CREATE INDEX user_group_member_user_id ON user_group_member (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE user_group_member, user_group, sidebar, scheduled_message, draft, saved_item, message_link_preview, link_preview,
        upload, file, poll_vote, poll, custom_emoji, emoji_use, reaction, thread_follower, message_revision;
      DELETE FROM message WHERE thread_id IS NOT NULL;
      ALTER TABLE message
        DROP style, DROP thread_id, DROP also_in_channel, DROP reply_count, DROP last_reply_at, DROP last_reply_seq, DROP thread_user_ids,
        DROP quoted_message_id, DROP forwarded, DROP pinned_at, DROP pinned_by, DROP mentions_here;
      DROP TABLE blob;
      UPDATE channel_member SET role = 'member' WHERE role = 'moderator';
      ALTER TABLE channel_member
        DROP CONSTRAINT channel_member_role_check, ADD CONSTRAINT channel_member_role_check CHECK (role IN ('owner', 'member')),
        DROP muted, DROP notifications;
      ALTER TABLE channel DROP description, DROP posting, DROP mention_all;
      DELETE FROM invitation WHERE role = 'guest';
      ALTER TABLE invitation
        DROP CONSTRAINT invitation_role_check, ADD CONSTRAINT invitation_role_check CHECK (role IN ('admin', 'member')), DROP channel_ids;
      ALTER TABLE app_user DROP status_emoji, DROP status_text, DROP status_expires_at, DROP do_not_disturb_until, DROP preferences;
      ALTER TABLE organisation DROP link_previews, DROP read_receipts, DROP custom_emoji_by, DROP edit_history;
    `);
  }
}
