import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings and calls, who is in them, and people who come by a link. */
export class Meetings1764400000000 implements MigrationInterface {
  readonly name = 'Meetings1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Came into a meeting by a link, for the time of it.
      ALTER TABLE app_user ADD meeting_guest boolean NOT NULL DEFAULT false;

      CREATE TABLE meeting (
        id uuid PRIMARY KEY,
        channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
        -- That stands for it in its conversation.
        message_id uuid REFERENCES message ON DELETE SET NULL,
        kind text NOT NULL CHECK (kind IN ('meeting', 'call')),
        title text NOT NULL,
        own_conversation boolean NOT NULL,
        created_by uuid REFERENCES app_user ON DELETE SET NULL,
        host_id uuid REFERENCES app_user ON DELETE SET NULL,
        -- Who stands in while the host is not there.
        acting_host_id uuid REFERENCES app_user ON DELETE SET NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        outcome text NOT NULL DEFAULT 'running' CHECK (outcome IN ('running', 'ended', 'missed', 'declined')),
        locked boolean NOT NULL DEFAULT false,
        lobby text NOT NULL DEFAULT 'guests' CHECK (lobby IN ('off', 'guests', 'everyone')),
        allow_share text NOT NULL DEFAULT 'everyone' CHECK (allow_share IN ('everyone', 'hosts')),
        allow_chat text NOT NULL DEFAULT 'everyone' CHECK (allow_chat IN ('everyone', 'hosts')),
        allow_unmute text NOT NULL DEFAULT 'everyone' CHECK (allow_unmute IN ('everyone', 'hosts')),
        spotlight_id uuid,
        empty_since timestamptz,
        -- Where its media is: the address of a media host, and the run of that.
        sfu_url text,
        sfu_instance text,
        epoch integer NOT NULL DEFAULT 1,
        CONSTRAINT meeting_message UNIQUE (message_id)
      );
      CREATE UNIQUE INDEX meeting_running ON meeting (channel_id) WHERE ended_at IS NULL;
      CREATE INDEX meeting_channel ON meeting (channel_id, started_at);

      CREATE TABLE meeting_standing (
        meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        cohost boolean NOT NULL DEFAULT false,
        invited boolean NOT NULL DEFAULT false,
        admitted boolean NOT NULL DEFAULT false,
        removed boolean NOT NULL DEFAULT false,
        PRIMARY KEY (meeting_id, user_id)
      );
      CREATE INDEX meeting_standing_user_id ON meeting_standing (user_id);

      CREATE TABLE meeting_participant (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        device_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'joined', 'left')),
        joined_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        hand_raised_at timestamptz,
        -- By a host, where only hosts may unmute.
        muted_sources text[] NOT NULL DEFAULT '{}',
        -- Round trip, jitter, loss, sent and received rate: sums of what was told, and how often it was.
        quality_sums double precision[] NOT NULL DEFAULT '{0,0,0,0,0}',
        quality_counts integer[] NOT NULL DEFAULT '{0,0,0,0,0}',
        CONSTRAINT meeting_participant_device UNIQUE (meeting_id, user_id, device_id)
      );
      CREATE INDEX meeting_participant_present ON meeting_participant (user_id) WHERE state <> 'left';
      CREATE INDEX meeting_participant_user_id ON meeting_participant (user_id);

      CREATE TABLE meeting_stay (
        participant_id uuid NOT NULL REFERENCES meeting_participant ON DELETE CASCADE,
        joined_at timestamptz NOT NULL,
        left_at timestamptz,
        PRIMARY KEY (participant_id, joined_at)
      );

      CREATE TABLE meeting_call (
        meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        caller_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        state text NOT NULL CHECK (state IN ('ringing', 'answered', 'declined', 'missed', 'cancelled')),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (meeting_id, user_id)
      );
      CREATE INDEX meeting_call_ringing ON meeting_call (user_id) WHERE state = 'ringing';

      CREATE TABLE meeting_link (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
        token_hash bytea NOT NULL,
        created_by uuid REFERENCES app_user ON DELETE SET NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT meeting_link_token_hash UNIQUE (token_hash)
      );
      CREATE INDEX meeting_link_meeting_id ON meeting_link (meeting_id);

      CREATE TABLE meeting_recording (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
        state text NOT NULL CHECK (state IN ('recording', 'composing', 'ready', 'failed')),
        started_by uuid NOT NULL REFERENCES app_user,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        message_id uuid REFERENCES message ON DELETE SET NULL,
        -- The media host that has its files, and the run of that.
        sfu_url text NOT NULL,
        sfu_instance text NOT NULL,
        -- What it consists of, once it stopped.
        manifest jsonb,
        failure text
      );
      CREATE UNIQUE INDEX meeting_recording_running ON meeting_recording (meeting_id) WHERE state = 'recording';
      CREATE INDEX meeting_recording_meeting_id ON meeting_recording (meeting_id);
      CREATE INDEX meeting_recording_message_id ON meeting_recording (message_id) WHERE message_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE meeting_recording, meeting_link, meeting_call, meeting_stay, meeting_participant, meeting_standing, meeting;
      ALTER TABLE app_user DROP meeting_guest;
    `);
  }
}
