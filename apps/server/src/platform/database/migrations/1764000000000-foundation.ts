import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, conversations, messages and the streams they are told through. */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        language text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      -- One organisation per instance.
      CREATE UNIQUE INDEX organisation_single ON organisation ((true));

      CREATE TABLE app_user (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        title text NOT NULL DEFAULT '',
        role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'guest')),
        time_zone text NOT NULL DEFAULT 'UTC',
        language text NOT NULL,
        password_hash text,
        avatar_version text,
        deactivated_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT app_user_email UNIQUE (email)
      );
      CREATE INDEX app_user_name ON app_user (lower(name), id);

      CREATE TABLE user_avatar (
        user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
        bytes bytea NOT NULL
      );

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        token_hash bytea NOT NULL,
        user_agent text NOT NULL,
        address text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT session_token_hash UNIQUE (token_hash)
      );
      CREATE INDEX session_user_id ON session (user_id);

      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL,
        email text,
        role text NOT NULL CHECK (role IN ('admin', 'member')),
        team_ids uuid[] NOT NULL,
        created_by uuid NOT NULL REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_count integer NOT NULL DEFAULT 0,
        CONSTRAINT invitation_token_hash UNIQUE (token_hash)
      );

      CREATE TABLE password_reset (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX password_reset_user_id ON password_reset (user_id);

      -- A failed sign-in counts against its account and its address, and is forgotten after a while.
      CREATE TABLE sign_in_failure (
        key text PRIMARY KEY,
        count integer NOT NULL,
        last_at timestamptz NOT NULL
      );

      CREATE TABLE setup_token (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        token_hash bytea NOT NULL
      );

      CREATE TABLE team (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        created_by uuid REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE team_member (
        team_id uuid NOT NULL REFERENCES team ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('owner', 'member')),
        joined_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (team_id, user_id)
      );
      CREATE INDEX team_member_user_id ON team_member (user_id);

      CREATE TABLE channel (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('public', 'private', 'direct', 'group')),
        team_id uuid REFERENCES team ON DELETE CASCADE,
        name text,
        topic text NOT NULL DEFAULT '',
        -- The channel that everybody in the team is in.
        is_general boolean NOT NULL DEFAULT false,
        -- Direct and group conversations: the sorted ids of their people, so that there is one.
        people_key text,
        created_by uuid REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz,
        member_count integer NOT NULL DEFAULT 0,
        CONSTRAINT channel_people_key UNIQUE (people_key),
        CONSTRAINT channel_team CHECK ((team_id IS NOT NULL) = (kind IN ('public', 'private')))
      );
      CREATE UNIQUE INDEX channel_team_name ON channel (team_id, lower(name)) WHERE archived_at IS NULL;

      CREATE TABLE channel_member (
        channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('owner', 'member')),
        joined_at timestamptz NOT NULL DEFAULT now(),
        read_seq bigint NOT NULL DEFAULT 0,
        marked_unread boolean NOT NULL DEFAULT false,
        PRIMARY KEY (channel_id, user_id)
      );
      CREATE INDEX channel_member_user_id ON channel_member (user_id);

      CREATE TABLE message (
        id uuid PRIMARY KEY,
        channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
        author_id uuid NOT NULL REFERENCES app_user,
        text text NOT NULL,
        seq bigint NOT NULL,
        version bigint NOT NULL,
        client_id uuid,
        mentioned_user_ids uuid[] NOT NULL DEFAULT '{}',
        mentions_everyone boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz,
        CONSTRAINT message_channel_seq UNIQUE (channel_id, seq)
      );

      -- Direct mentions only; a mention of everybody stands on the message.
      CREATE TABLE mention (
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
        seq bigint NOT NULL,
        message_id uuid NOT NULL REFERENCES message ON DELETE CASCADE,
        PRIMARY KEY (user_id, channel_id, seq)
      );
      CREATE INDEX message_everyone ON message (channel_id, seq) WHERE mentions_everyone;

      CREATE TABLE stream (
        id text PRIMARY KEY,
        head bigint NOT NULL DEFAULT 0
      );

      CREATE TABLE stream_event (
        stream text NOT NULL,
        seq bigint NOT NULL,
        type text NOT NULL,
        payload jsonb NOT NULL,
        at timestamptz NOT NULL,
        author uuid,
        client_id uuid,
        request_hash text,
        PRIMARY KEY (stream, seq)
      );
      CREATE UNIQUE INDEX stream_event_client_id ON stream_event (stream, author, client_id) WHERE client_id IS NOT NULL;

      -- Committed events that the relay has not sent yet.
      CREATE TABLE stream_outbox (
        stream text NOT NULL,
        seq bigint NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (stream, seq)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE stream_outbox, stream_event, stream, mention, message, channel_member, channel, team_member, team,
        setup_token, sign_in_failure, password_reset, invitation, session, user_avatar, app_user, organisation;
    `);
  }
}
