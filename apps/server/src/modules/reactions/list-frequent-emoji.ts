import { Injectable } from '@nestjs/common';
import { customEmojiKey } from '@parvis/contracts';
import { DataSource } from 'typeorm';

const MOST = 24;

@Injectable()
export class ListFrequentEmoji {
  constructor(private readonly database: DataSource) {}

  /** The most used first, of those used equally often the last used; none that can't be used any more. */
  async run(userId: string): Promise<string[]> {
    const rows = await this.database.query<{ emoji: string }[]>(
      `SELECT emoji FROM emoji_use
       WHERE user_id = $1 AND count > 0
         AND (emoji NOT LIKE $2 || '%' OR EXISTS (SELECT 1 FROM custom_emoji WHERE $2 || custom_emoji.id = emoji))
       ORDER BY count DESC, last_at DESC, emoji LIMIT $3`,
      [userId, customEmojiKey(''), MOST],
    );
    return rows.map(({ emoji }) => emoji);
  }
}
