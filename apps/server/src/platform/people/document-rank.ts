/** SQL: somebody who is still there was given `document d` to manage, here or above. */
export const MANAGED = `EXISTS (
  SELECT FROM document_grant g LEFT JOIN user_group_member gm ON gm.group_id = g.group_id JOIN app_user manager ON manager.id = coalesce(g.user_id, gm.user_id)
  WHERE g.document_id = ANY(d.access_path) AND g.role = 'manager' AND manager.deactivated_at IS NULL)`;

/**
 * SQL: what the person of column `person` is to `document d`, from 0 (nothing) to 4 (manager). Not of a table called `u`, `m`, `c`, `g` or `a`.
 * One that keeps to itself in a conversation is nobody's once all are gone who managed it: then it falls to those who look after
 * the conversation, and to administrators who are in it.
 */
export const rankOf = (person: string): string => `(
  SELECT coalesce(max(rank), 0) FROM (
    SELECT 4 AS rank WHERE d.owner_id = ${person}
    UNION ALL
    SELECT CASE WHEN d.created_by = m.user_id OR (m.role <> 'member' AND u.role <> 'guest') THEN 4 WHEN c.posting = 'moderators' THEN 2 ELSE 3 END
      FROM channel_member m JOIN channel c ON c.id = m.channel_id JOIN app_user u ON u.id = m.user_id
      WHERE d.inherits_home AND m.channel_id = d.channel_id AND m.user_id = ${person}
    UNION ALL
    SELECT array_position(ARRAY['reader', 'commenter', 'editor', 'manager'], g.role) FROM document_grant g
      WHERE g.document_id = ANY(d.access_path)
        AND (g.user_id = ${person} OR g.group_id IN (SELECT gm.group_id FROM user_group_member gm WHERE gm.user_id = ${person}))
    UNION ALL
    SELECT 4 FROM channel_member m JOIN app_user u ON u.id = m.user_id
      WHERE NOT d.inherits_home AND m.channel_id = d.channel_id AND m.user_id = ${person} AND u.role <> 'guest' AND (m.role <> 'member' OR u.role <> 'member')
        AND NOT ${MANAGED}
    UNION ALL
    SELECT array_position(ARRAY['reader', 'commenter', 'editor'], a.link_access) FROM document a, app_user u
      WHERE a.id = ANY(d.access_path) AND a.link_access <> 'none' AND u.id = ${person} AND u.role <> 'guest'
  ) AS ranks)`;
