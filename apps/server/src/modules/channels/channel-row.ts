import type { Channel, ChannelKind } from '@parvis/contracts';

/** Columns of `channel c` that a Channel is made of. */
export const CHANNEL_COLUMNS = `
  c.id, c.kind, c.team_id AS "teamId", c.name, c.topic, c.description, c.posting, c.mention_all AS "mentionAll", c.is_general AS "general", c.created_by AS "createdBy",
  c.created_at AS "createdAt", c.archived_at AS "archivedAt", c.member_count AS "memberCount",
  CASE WHEN c.team_id IS NULL
    THEN ARRAY(SELECT p.user_id FROM channel_member p WHERE p.channel_id = c.id ORDER BY p.user_id)
    ELSE '{}'::uuid[] END AS "memberIds"`;

export interface ChannelRow {
  id: string;
  kind: ChannelKind;
  teamId: string | null;
  name: string | null;
  topic: string;
  description: string;
  posting: Channel['posting'];
  mentionAll: Channel['mentionAll'];
  general: boolean;
  createdBy: string | null;
  createdAt: Date;
  archivedAt: Date | null;
  memberCount: number;
  memberIds: string[];
}

export const toChannel = (row: ChannelRow): Channel => ({
  id: row.id,
  kind: row.kind,
  teamId: row.teamId,
  name: row.name,
  topic: row.topic,
  description: row.description,
  posting: row.posting,
  mentionAll: row.mentionAll,
  general: row.general,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  archivedAt: row.archivedAt?.toISOString() ?? null,
  memberCount: row.memberCount,
  memberIds: row.memberIds,
});
