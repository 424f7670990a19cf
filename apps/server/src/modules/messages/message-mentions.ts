import { can, type PermissionActor, type PostingResource } from '@parvis/permissions';
import { extractMentions } from '@parvis/rich-text';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import type { MessageRow } from './message-row.ts';

type MentionColumns = Pick<MessageRow, 'mentionedUserIds' | 'mentionsEveryone' | 'mentionsHere'>;

interface Writing {
  actor: PermissionActor;
  channelId: string;
  posting: PostingResource;
}

/** Whom a text calls: of the people and groups that it names, those in the channel; and all of it, when its author may. */
export async function mentionsIn(tx: StreamTransaction, text: string, { actor, channelId, posting }: Writing): Promise<MentionColumns> {
  const { userIds, groupIds, everyone, here } = extractMentions(text);
  const all = (everyone || here) && can(actor, 'message.mention_all', posting);
  return {
    mentionedUserIds: await membersAmong(tx, channelId, userIds, groupIds),
    mentionsEveryone: all,
    mentionsHere: all && !everyone,
  };
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
