import * as z from 'zod/mini';
import { seq } from './fields.ts';
import {
  callSchema, channelSummarySchema, customEmojiSchema, draftSchema, organisationSchema, preferencesSchema, savedItemSchema, scheduledMessageSchema,
  sidebarSchema, teamSummarySchema, threadSummarySchema, userSchema,
} from './shapes.ts';

/**
 * Everything that a client shows before it opens a conversation, read at one moment. Channels and
 * teams carry the heads of their streams.
 */
export const snapshotSchema = z.strictObject({
  me: userSchema,
  /** Head of `user:<me>`. */
  head: seq,
  organisation: organisationSchema,
  organisationHead: seq,
  teams: z.array(teamSummarySchema),
  channels: z.array(channelSummarySchema),
  /** The people of my direct and group conversations; others are looked up when shown. */
  users: z.array(userSchema),
  preferences: preferencesSchema,
  /** All that I follow. */
  threads: z.array(threadSummarySchema),
  drafts: z.array(draftSchema),
  /** Those to do; done ones are listed by `GET /saved`. */
  saved: z.array(savedItemSchema),
  scheduled: z.array(scheduledMessageSchema),
  sidebar: sidebarSchema,
  emoji: z.array(customEmojiSchema),
  /** Those that ring for me now. */
  calls: z.optional(z.array(callSchema)),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
