import { LIMITS } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

/** Who doesn't say otherwise lets others know, as `DEFAULT_PREFERENCES` has it. */
const TELLS = (person: string): string => `coalesce((${person}.preferences->>'readReceipts')::boolean, true)`;

/**
 * The others of a conversation with whom this person shares up to where both read: in direct and
 * small group conversations, where the organisation and both of them want it. Nobody otherwise.
 */
export async function readReceiptAudience(query: Query, channelId: string, userId: string): Promise<{ userId: string; readSeq: number }[]> {
  return query.query<{ userId: string; readSeq: number }>(
    `SELECT other.user_id AS "userId", other.read_seq AS "readSeq"
     FROM channel c
     JOIN organisation o ON o.read_receipts
     JOIN channel_member mine ON mine.channel_id = c.id AND mine.user_id = $2
     JOIN app_user me ON me.id = mine.user_id AND ${TELLS('me')}
     JOIN channel_member other ON other.channel_id = c.id AND other.user_id <> mine.user_id
     JOIN app_user person ON person.id = other.user_id AND person.deactivated_at IS NULL AND ${TELLS('person')}
     WHERE c.id = $1 AND c.kind IN ('direct', 'group') AND c.member_count <= ${LIMITS.receiptMembers}
     ORDER BY other.user_id`,
    [channelId, userId],
  );
}
