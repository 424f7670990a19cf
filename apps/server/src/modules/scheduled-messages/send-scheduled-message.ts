import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Message, streamId, type UserRole } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { JobPayload } from '../../platform/jobs/job-catalogue.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockForPosting, PostMessage, requireMessage } from '../messages/index.ts';
import { answerOf, type ScheduledMessageRow } from './scheduled-message-row.ts';
import { endScheduled, readScheduled, writeScheduled } from './scheduled-message.repository.ts';
import { SendJobs } from './send-jobs.ts';

type Sender = Pick<Actor, 'userId' | 'role'>;

/** Sends when the time has come, or now. */
@Injectable()
export class SendScheduledMessage implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly messages: PostMessage,
    private readonly jobs: SendJobs,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('scheduled-messages.send', (job) => this.whenDue(job));
  }

  /**
   * The message and the end of its waiting are one transaction, and its client id is this id: it is
   * there once, however often it is asked for. What was sent already is answered again.
   * @throws ApiError not_found, channel_archived, posting_restricted, thread_invalid, attachment_invalid
   */
  async run(actor: Sender, id: string, isStillMeant: (row: ScheduledMessageRow) => boolean = () => true): Promise<Message> {
    const known = await readScheduled(this.database, actor.userId, id);
    if (!known) throw new ApiError('not_found');
    return this.streams.transaction(async (tx) => {
      const channel = streamId('channel', known.channelId);
      await tx.lock(channel, streamId('user', actor.userId));
      const row = await readScheduled(tx, actor.userId, id);
      if (!row || !isStillMeant(row)) throw new ApiError('not_found');
      if (row.endedAt !== null) return this.sentBefore(tx, actor.userId, row);
      const message = await this.messages.post(tx, actor, row.channelId, {
        clientId: id, text: row.text, attachmentIds: row.fileIds, ...(row.threadId !== null && { threadId: row.threadId }), ...answerOf(row),
      });
      await this.jobs.cancel(tx, id);
      await endScheduled(tx, actor.userId, row);
      return message;
    });
  }

  private async sentBefore(tx: StreamTransaction, userId: string, { id, channelId }: ScheduledMessageRow): Promise<Message> {
    const { seen } = await lockForPosting(tx, channelId, userId, id);
    if (!seen) throw new ApiError('not_found');
    return requireMessage(tx, channelId, seen.messageId);
  }

  /** Moved, cancelled or sent meanwhile: nothing to do. Refused: it is kept with the reason. Anything else is tried again. */
  private async whenDue({ userId, scheduledId, sendAt }: JobPayload<'scheduled-messages.send'>): Promise<void> {
    const isStillMeant = (row: ScheduledMessageRow) => row.endedAt === null && row.sendAt.getTime() === new Date(sendAt).getTime();
    const row = await readScheduled(this.database, userId, scheduledId);
    if (!row || !isStillMeant(row)) return;
    try {
      await this.run(await this.senderOf(userId), scheduledId, isStillMeant);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await this.keep(userId, scheduledId, isStillMeant, error.code);
    }
  }

  private async senderOf(userId: string): Promise<Sender> {
    const [user] = await this.database.query<{ role: UserRole; active: boolean }[]>(
      'SELECT role, deactivated_at IS NULL AS active FROM app_user WHERE id = $1',
      [userId],
    );
    if (!user?.active) throw new ApiError('account_deactivated');
    return { userId, role: user.role };
  }

  private keep(userId: string, id: string, isStillMeant: (row: ScheduledMessageRow) => boolean, failure: string): Promise<void> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', userId));
      const row = await readScheduled(tx, userId, id);
      if (row && isStillMeant(row)) await writeScheduled(tx, userId, { ...row, failure });
    });
  }
}
