import * as z from 'zod/mini';
import { seq } from './fields.ts';
import { channelSummarySchema, organisationSchema, teamSummarySchema, userSchema } from './shapes.ts';

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
});
export type Snapshot = z.infer<typeof snapshotSchema>;
