import { Injectable, type OnModuleInit } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { SAVED_COLUMNS, type SavedItemRow } from './saved-item-row.ts';
import { writeSavedItem } from './saved-item.repository.ts';

const keyOf = (itemId: string): string => `saved-reminder:${itemId}`;

/** Reminders wait as jobs: they are given once, whatever crashes in between. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly streams: Streams,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('saved.remind', (job) => this.give(job));
  }

  /** Waits for the item's moment instead of what it waited for before; null: for nothing. */
  async set(tx: StreamTransaction, userId: string, itemId: string, remindAt: Date | null): Promise<void> {
    if (remindAt === null) return this.jobs.cancel(tx, keyOf(itemId));
    await this.jobs.add(tx, 'saved.remind', { userId, itemId, remindAt: remindAt.toISOString() }, { key: keyOf(itemId), runAt: remindAt });
  }

  /** Does nothing for a reminder that was given, taken back or set to another moment: jobs may come twice. */
  private give({ userId, itemId, remindAt }: JobPayload<'saved.remind'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', userId));
      const [row] = await tx.query<SavedItemRow>(
        `SELECT ${SAVED_COLUMNS} FROM saved_item saved
         WHERE saved.id = $1 AND saved.user_id = $2 AND saved.remind_at = $3 AND saved.reminded_at IS NULL AND saved.state = 'todo'`,
        [itemId, userId, remindAt],
      );
      if (row) await writeSavedItem(tx, userId, { ...row, remindedAt: tx.at });
    });
  }
}

/** @throws ApiError scheduled_in_past */
export function requireFuture(instant: string | null, now: Date): Date | null {
  if (instant === null) return null;
  const at = new Date(instant);
  if (at <= now) throw new ApiError('scheduled_in_past');
  return at;
}
