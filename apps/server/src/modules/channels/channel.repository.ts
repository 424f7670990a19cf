import type { Channel, ChannelKind, ChannelMember, ChannelRole } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';

export interface NewChannel {
  id: string;
  kind: ChannelKind;
  teamId: string | null;
  name: string | null;
  topic: string;
  isGeneral: boolean;
  peopleKey: string | null;
  createdBy: string;
  createdAt: Date;
  members: { userId: string; role: ChannelRole }[];
}

/** @throws ApiError name_taken */
export async function insertChannel(query: Query, channel: NewChannel): Promise<void> {
  await refuseTakenName(() =>
    query.query(
      `INSERT INTO channel (id, kind, team_id, name, topic, is_general, people_key, created_by, created_at, member_count)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [channel.id, channel.kind, channel.teamId, channel.name, channel.topic, channel.isGeneral, channel.peopleKey,
        channel.createdBy, channel.createdAt, channel.members.length],
    ));
  await query.query(
    `INSERT INTO channel_member (channel_id, user_id, role, joined_at)
     SELECT $1, member.user_id, member.role, $4 FROM unnest($2::uuid[], $3::text[]) AS member (user_id, role)`,
    [channel.id, channel.members.map((member) => member.userId), channel.members.map((member) => member.role), channel.createdAt],
  );
}

/** @throws ApiError name_taken */
export async function writeChannel(query: Query, { id, kind, name, topic, description, posting, mentionAll }: Channel): Promise<void> {
  await refuseTakenName(() =>
    query.query('UPDATE channel SET kind = $2, name = $3, topic = $4, description = $5, posting = $6, mention_all = $7 WHERE id = $1', [
      id, kind, name, topic, description, posting, mentionAll,
    ]));
}

/** @throws ApiError name_taken when it opens again and another one took its name meanwhile */
export async function writeArchivedAt(query: Query, channelId: string, archivedAt: Date | null): Promise<void> {
  await refuseTakenName(() => query.query('UPDATE channel SET archived_at = $2 WHERE id = $1', [channelId, archivedAt]));
}

/** Answers the channel's new number of members. The channel's stream must be locked. */
export async function insertMember(query: Query, channelId: string, member: ChannelMember & { readSeq: number }): Promise<number> {
  const [row] = await query.query<{ memberCount: number }>(
    `WITH member AS (
       INSERT INTO channel_member (channel_id, user_id, role, joined_at, read_seq) VALUES ($1, $2, $3, $4, $5)
     ), counted AS (
       UPDATE channel SET member_count = member_count + 1 WHERE id = $1 RETURNING member_count
     )
     SELECT member_count AS "memberCount" FROM counted`,
    [channelId, member.userId, member.role, member.joinedAt, member.readSeq],
  );
  return row?.memberCount ?? 0;
}

/**
 * Answers the channel's new number of members; who goes follows none of its threads any more. The
 * channel's stream must be locked. A group of fewer people is no longer the one that is found by its
 * people: its key goes.
 */
export async function deleteMember(query: Query, channelId: string, userId: string): Promise<number> {
  const [row] = await query.query<{ memberCount: number }>(
    `WITH member AS (
       DELETE FROM channel_member WHERE channel_id = $1 AND user_id = $2
     ), threads AS (
       DELETE FROM thread_follower WHERE channel_id = $1 AND user_id = $2
     ), counted AS (
       UPDATE channel SET member_count = member_count - 1, people_key = NULL WHERE id = $1 RETURNING member_count
     )
     SELECT member_count AS "memberCount" FROM counted`,
    [channelId, userId],
  );
  return row?.memberCount ?? 0;
}

export async function writeMemberRole(query: Query, channelId: string, userId: string, role: ChannelRole): Promise<void> {
  await query.query('UPDATE channel_member SET role = $3 WHERE channel_id = $1 AND user_id = $2', [channelId, userId, role]);
}

/**
 * Owners of the channel, and who follows when there is none: a moderator, else who has been in it for
 * longest. Guests own nothing.
 */
export async function readSuccession(query: Query, channelId: string): Promise<{ owners: number; heir: string | null }> {
  const [row] = await query.query<{ owners: number; heir: string | null }>(
    `SELECT count(*) FILTER (WHERE m.role = 'owner')::int AS owners,
       (array_agg(m.user_id ORDER BY (m.role = 'moderator') DESC, m.joined_at, m.user_id)
         FILTER (WHERE m.role <> 'owner' AND u.role <> 'guest' AND u.deactivated_at IS NULL))[1] AS heir
     FROM channel_member m JOIN app_user u ON u.id = m.user_id WHERE m.channel_id = $1`,
    [channelId],
  );
  return row ?? { owners: 0, heir: null };
}

export async function readMember(query: Query, channelId: string, userId: string): Promise<ChannelMember | null> {
  const [row] = await query.query<{ userId: string; role: ChannelRole; joinedAt: Date }>(
    `SELECT user_id AS "userId", role, joined_at AS "joinedAt" FROM channel_member WHERE channel_id = $1 AND user_id = $2`,
    [channelId, userId],
  );
  return row ? { ...row, joinedAt: row.joinedAt.toISOString() } : null;
}

async function refuseTakenName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { driverError } = error as { driverError?: { code?: string; constraint?: string } };
    if (driverError?.code === '23505' && driverError.constraint === 'channel_team_name') {
      throw new ApiError('name_taken', 'the team has another channel of that name');
    }
    throw error;
  }
}
