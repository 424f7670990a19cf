import { can, type GroupPlace, type PostingResource } from '@parvis/permissions';
import { extractMentions } from '@parvis/rich-text';
import type { Actor } from '../../platform/http/actor.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import type { MessageRow } from './message-row.ts';

type MentionColumns = Pick<MessageRow, 'mentionedUserIds' | 'mentionsEveryone' | 'mentionsHere'>;

interface Writing {
  actor: Pick<Actor, 'userId' | 'role'>;
  channelId: string;
  posting: PostingResource;
}

/** Whom a text calls: of the people and groups that it names, those in the channel; and all of it, when its author may. */
export async function mentionsIn(tx: StreamTransaction, text: string, { actor, channelId, posting }: Writing): Promise<MentionColumns> {
  const { userIds, groupIds, everyone, here } = extractMentions(text);
  const all = (everyone || here) && can(actor, 'message.mention_all', posting);
  return {
    mentionedUserIds: await membersAmong(tx, channelId, userIds, await seenGroups(tx, actor, groupIds)),
    mentionsEveryone: all,
    mentionsHere: all && !everyone,
  };
}

/** A group that its author may not see is just words: whom it calls would tell who is in it. */
export async function seenGroups(tx: StreamTransaction, actor: Writing['actor'], groupIds: string[]): Promise<string[]> {
  if (groupIds.length === 0) return [];
  const groups = await tx.query<GroupPlace & { id: string }>(
    `SELECT g.id, g.team_id IS NOT NULL AS "ofTeam", t.role AS "teamRole"
     FROM user_group g LEFT JOIN team_member t ON t.team_id = g.team_id AND t.user_id = $2 WHERE g.id = ANY($1)`,
    [groupIds, actor.userId],
  );
  return groups.filter((place) => can(actor, 'group.see', place)).map(({ id }) => id);
}

/** Those in the channel: people in the order they are named, then the people of groups. */
async function membersAmong(tx: StreamTransaction, channelId: string, userIds: string[], groupIds: string[]): Promise<string[]> {
  if (userIds.length === 0 && groupIds.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `SELECT user_id AS id FROM channel_member
     WHERE channel_id = $1 AND (user_id = ANY($2) OR user_id IN (SELECT user_id FROM user_group_member WHERE group_id = ANY($3)))
     ORDER BY user_id`,
    [channelId, userIds, groupIds],
  );
  const members = new Set(rows.map((row) => row.id));
  const named = userIds.filter((userId) => members.delete(userId));
  return [...named, ...members];
}
