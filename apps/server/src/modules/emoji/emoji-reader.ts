import { Injectable } from '@nestjs/common';
import type { CustomEmoji } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

export interface CustomEmojiRow {
  id: string;
  name: string;
  createdBy: string | null;
  createdAt: Date;
}

export const CUSTOM_EMOJI_COLUMNS = `custom_emoji.id, custom_emoji.name, custom_emoji.created_by AS "createdBy", custom_emoji.created_at AS "createdAt"`;

export const toCustomEmoji = (row: CustomEmojiRow): CustomEmoji => ({ ...row, createdAt: row.createdAt.toISOString() });

/** The emoji that the organisation added. */
@Injectable()
export class EmojiReader {
  /** By name. */
  async all(query: Query): Promise<CustomEmoji[]> {
    const rows = await query.query<CustomEmojiRow>(`SELECT ${CUSTOM_EMOJI_COLUMNS} FROM custom_emoji ORDER BY name`);
    return rows.map(toCustomEmoji);
  }
}
