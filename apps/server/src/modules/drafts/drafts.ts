import { Injectable } from '@nestjs/common';
import type { Draft } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { DRAFT_COLUMNS, type DraftRow, toDraft } from './draft-row.ts';
import { readHeldFiles } from './held-files.ts';

@Injectable()
export class Drafts {
  /** A person's drafts, the last written first. */
  async readFor(query: Query, userId: string): Promise<Draft[]> {
    const rows = await query.query<DraftRow>(`SELECT ${DRAFT_COLUMNS} FROM draft WHERE draft.user_id = $1 ORDER BY draft.updated_at DESC`, [userId]);
    const files = await readHeldFiles(query, userId, rows.flatMap((row) => row.fileIds));
    return rows.map((row) => toDraft(row, row.fileIds.flatMap((id) => files.find((file) => file.id === id) ?? [])));
  }
}
