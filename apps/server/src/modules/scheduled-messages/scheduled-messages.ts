import { Injectable } from '@nestjs/common';
import type { ScheduledMessage } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { readHeldFiles } from '../drafts/index.ts';
import { toScheduledMessage } from './scheduled-message-row.ts';
import { readOpen } from './scheduled-message.repository.ts';

@Injectable()
export class ScheduledMessages {
  /** What of a person's waits for its time, or could not be sent. */
  async readFor(query: Query, userId: string): Promise<ScheduledMessage[]> {
    const rows = await readOpen(query, userId);
    const files = await readHeldFiles(query, userId, rows.flatMap((row) => row.fileIds));
    return rows.map((row) => toScheduledMessage(row, row.fileIds.flatMap((id) => files.find((file) => file.id === id) ?? [])));
  }
}
