import { Injectable } from '@nestjs/common';
import { type ActiveMeeting, type ChannelRole, type ChannelSummary, LIMITS, type NotificationLevel } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { activeMeetingOf, toActiveMeeting } from './active-meeting.ts';
import { CHANNEL_COLUMNS, type ChannelRow, toChannel } from './channel-row.ts';

interface SummaryRow extends ChannelRow {
  role: ChannelRole;
  muted: boolean;
  notifications: NotificationLevel;
  readSeq: number;
  markedUnread: boolean;
  joinedAt: Date;
  head: number;
  unreadCount: number;
  mentionCount: number;
  lastMessageAt: Date | null;
  /** Null for who is in the team. */
  teamName: string | null;
  meeting: ActiveMeeting | null;
}

/** What a channel itself shows: a reply that is only in its thread is counted there, as the index of this says. */
const SHOWN = '(x.thread_id IS NULL OR x.also_in_channel)';

/**
 * Counts stop at the cap, so a channel costs the same whether it has a hundred or a million unread
 * messages. ORDER BY seq keeps the planner on the index of (channel_id, seq).
 */
const SUMMARIES = `
  SELECT ${CHANNEL_COLUMNS}, m.role, m.muted, m.notifications, m.read_seq AS "readSeq", m.marked_unread AS "markedUnread", m.joined_at AS "joinedAt",
    coalesce(s.head, 0) AS head, unread.count AS "unreadCount", mentions.count AS "mentionCount", last.created_at AS "lastMessageAt",
    CASE WHEN own_team.user_id IS NULL THEN team.name END AS "teamName", ${activeMeetingOf('m.channel_id')} AS meeting
  FROM channel_member m
  JOIN channel c ON c.id = m.channel_id
  LEFT JOIN team ON team.id = c.team_id
  LEFT JOIN team_member own_team ON own_team.team_id = c.team_id AND own_team.user_id = m.user_id
  LEFT JOIN stream s ON s.id = 'channel:' || m.channel_id::text
  CROSS JOIN LATERAL (
    SELECT count(*)::int FROM (
      SELECT 1 FROM message x
      WHERE x.channel_id = m.channel_id AND ${SHOWN} AND x.seq > m.read_seq AND x.author_id <> m.user_id AND x.deleted_at IS NULL
      ORDER BY x.seq LIMIT ${LIMITS.unreadCap}
    ) newer
  ) unread
  CROSS JOIN LATERAL (
    SELECT CASE WHEN c.team_id IS NULL THEN unread.count WHEN unread.count = 0 THEN 0 ELSE (
      SELECT count(*)::int FROM (
        (SELECT x.seq FROM mention n JOIN message x ON x.id = n.message_id
         WHERE n.user_id = m.user_id AND n.channel_id = m.channel_id AND n.seq > m.read_seq
           AND x.author_id <> m.user_id AND x.deleted_at IS NULL AND ${SHOWN}
         ORDER BY n.seq LIMIT ${LIMITS.unreadCap})
        UNION
        (SELECT x.seq FROM message x
         WHERE x.channel_id = m.channel_id AND x.seq > m.read_seq AND x.mentions_everyone AND ${SHOWN}
           AND x.author_id <> m.user_id AND x.deleted_at IS NULL
         ORDER BY x.seq LIMIT ${LIMITS.unreadCap})
        LIMIT ${LIMITS.unreadCap}
      ) mine
    ) END AS count
  ) mentions
  LEFT JOIN LATERAL (
    SELECT x.created_at FROM message x WHERE x.channel_id = m.channel_id AND ${SHOWN} ORDER BY x.seq DESC LIMIT 1
  ) last ON true
  WHERE m.user_id = $1`;

/** A person's channels with what is new in them: one statement, hence of one moment. */
@Injectable()
export class ChannelSummaries {
  /** All of the person's channels, or those of them that are named; in no order. */
  async readFor(query: Query, userId: string, channelIds?: string[]): Promise<ChannelSummary[]> {
    const rows = channelIds
      ? await query.query<SummaryRow>(`${SUMMARIES} AND m.channel_id = ANY($2)`, [userId, channelIds])
      : await query.query<SummaryRow>(SUMMARIES, [userId]);
    return rows.map(toSummary);
  }

  /** @throws ApiError not_found when the person is not in it */
  async readOne(query: Query, userId: string, channelId: string): Promise<ChannelSummary> {
    const [summary] = await this.readFor(query, userId, [channelId]);
    if (!summary) throw new ApiError('not_found');
    return summary;
  }
}

const toSummary = (row: SummaryRow): ChannelSummary => ({
  channel: toChannel(row),
  membership: {
    role: row.role, muted: row.muted, notifications: row.notifications, readSeq: row.readSeq, markedUnread: row.markedUnread,
    joinedAt: row.joinedAt.toISOString(),
  },
  head: row.head,
  unreadCount: row.unreadCount,
  mentionCount: row.mentionCount,
  lastMessageAt: row.lastMessageAt?.toISOString() ?? null,
  ...(row.teamName === null ? {} : { teamName: row.teamName }),
  ...(row.meeting === null ? {} : { meeting: toActiveMeeting(row.meeting) }),
});
