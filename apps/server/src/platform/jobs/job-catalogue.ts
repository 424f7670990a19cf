import * as z from 'zod/mini';

export interface JobDefinition {
  readonly payload: z.ZodMiniType;
  /** Tries before it is given up; the wait between them doubles and more, up to hours. */
  readonly attempts: number;
  /** Minute, hour, day, month, weekday in UTC: it comes back by itself. Takes an empty payload then. */
  readonly cron?: string;
  /** At most so many run at a time, over all processes: for work that waits for others and would keep everything else waiting. */
  readonly lanes?: number;
}

const nothing = z.strictObject({});

/** Every kind of background work, by the module that does it. Kept in the database: a name never changes its meaning. */
export const JOBS = {
  /** Those that were given up a month ago, and what they were about. */
  'jobs.forget-failed': { payload: nothing, attempts: 3, cron: '7 4 * * *' },
  /** Makes the link as well: no secret waits in the queue. */
  'auth.mail-password-reset': { payload: z.strictObject({ email: z.email() }), attempts: 6 },
  'files.sweep': { payload: nothing, attempts: 3, cron: '23 * * * *' },
  /** Those that nothing refers to any more; others stay. */
  'storage.purge-blobs': { payload: z.strictObject({ blobIds: z.array(z.uuid()) }), attempts: 10 },
  /** `remindAt`, `sendAt`: of which moment it is; set to another one, it is done by another job. */
  'saved.remind': { payload: z.strictObject({ userId: z.uuid(), itemId: z.uuid(), remindAt: z.iso.datetime() }), attempts: 25 },
  'scheduled-messages.send': { payload: z.strictObject({ userId: z.uuid(), scheduledId: z.uuid(), sendAt: z.iso.datetime() }), attempts: 25 },
  'polls.close': { payload: z.strictObject({ channelId: z.uuid(), messageId: z.uuid() }), attempts: 25 },
  /** Closes it at its media host: work of a moment. */
  'recordings.collect': { payload: z.strictObject({ recordingId: z.uuid() }), attempts: 12 },
  /** Takes a processor for about as long as the recording is. */
  'recordings.compose': { payload: z.strictObject({ recordingId: z.uuid() }), attempts: 8, lanes: 1 },
  'link-previews.fetch': { payload: z.strictObject({ channelId: z.uuid(), messageId: z.uuid() }), attempts: 3, lanes: 2 },
  /** Those that no message shows any more. */
  'link-previews.sweep': { payload: nothing, attempts: 3, cron: '41 * * * *' },
  /** Reads it as a whole: its text, its links and mentions; puts its updates together. */
  'documents.compact': { payload: z.strictObject({ documentId: z.uuid() }), attempts: 5, lanes: 1 },
  /** What has been in the trash for long. */
  'documents.sweep-trash': { payload: nothing, attempts: 3, cron: '11 * * * *' },
  /** Updates and snapshots from before the window of the history. */
  'documents.prune-log': { payload: nothing, attempts: 3, cron: '37 3 * * *' },
  /** Of a call: those who did not answer until now missed it. */
  'meetings.ring-timeout': { payload: z.strictObject({ meetingId: z.uuid() }), attempts: 25 },
  /** An account that was made for a link to a meeting. */
  'meetings.retire-guest': { payload: z.strictObject({ userId: z.uuid() }), attempts: 25 },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.output<(typeof JOBS)[Name]['payload']>;
