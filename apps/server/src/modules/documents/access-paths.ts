import type { Query } from '../../platform/database/query.ts';

/**
 * Writes anew, for a document and all below it, whose grants and links hold there, and what home they
 * have. Call it after its parent, its home or what it inherits changed.
 */
export async function refreshAccessPaths(query: Query, documentId: string): Promise<void> {
  await query.query(
    `WITH RECURSIVE tree AS (
       SELECT d.id, d.channel_id, d.owner_id,
         CASE WHEN d.inherits_access AND p.id IS NOT NULL THEN d.id || p.access_path ELSE ARRAY[d.id] END AS path,
         d.inherits_access AND (p.id IS NULL OR p.inherits_home) AS home
       FROM document d LEFT JOIN document p ON p.id = d.parent_id WHERE d.id = $1
       UNION ALL
       SELECT child.id, tree.channel_id, tree.owner_id,
         CASE WHEN child.inherits_access THEN child.id || tree.path ELSE ARRAY[child.id] END, child.inherits_access AND tree.home
       FROM document child JOIN tree ON child.parent_id = tree.id
     )
     UPDATE document SET access_path = tree.path, inherits_home = tree.home, channel_id = tree.channel_id, owner_id = tree.owner_id
     FROM tree WHERE document.id = tree.id`,
    [documentId],
  );
}

/** How many documents stand above one another from the top to this one, itself included. */
export async function depthOf(query: Query, documentId: string): Promise<number> {
  const [row] = await query.query<{ depth: number }>(
    `WITH RECURSIVE up AS (SELECT id, parent_id, 1 AS depth FROM document WHERE id = $1 UNION ALL SELECT p.id, p.parent_id, up.depth + 1 FROM document p JOIN up ON p.id = up.parent_id)
     SELECT max(depth)::int AS depth FROM up`,
    [documentId],
  );
  return row?.depth ?? 0;
}

/** How many stand below one another from this one down, itself included. */
export async function heightOf(query: Query, documentId: string): Promise<number> {
  const [row] = await query.query<{ height: number }>(
    `WITH RECURSIVE down AS (SELECT id, 1 AS height FROM document WHERE id = $1 UNION ALL SELECT c.id, down.height + 1 FROM document c JOIN down ON c.parent_id = down.id)
     SELECT max(height)::int AS height FROM down`,
    [documentId],
  );
  return row?.height ?? 0;
}
