import { Injectable } from '@nestjs/common';
import { ApiError } from '../../platform/http/api-error.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';

const keyOf = (scheduledId: string): string => `scheduled-message:${scheduledId}`;

/** The job that waits for a scheduled message's moment: one at most. */
@Injectable()
export class SendJobs {
  constructor(private readonly jobs: Jobs) {}

  async set(tx: StreamTransaction, userId: string, scheduledId: string, sendAt: Date): Promise<void> {
    await this.jobs.add(tx, 'scheduled-messages.send', { userId, scheduledId, sendAt: sendAt.toISOString() }, { key: keyOf(scheduledId), runAt: sendAt });
  }

  cancel(tx: StreamTransaction, scheduledId: string): Promise<void> {
    return this.jobs.cancel(tx, keyOf(scheduledId));
  }
}

/** @throws ApiError scheduled_in_past */
export function requireFuture(instant: string, now: Date): Date {
  const at = new Date(instant);
  if (at <= now) throw new ApiError('scheduled_in_past');
  return at;
}
