import type { Forwarded, Message } from '@parvis/contracts';
import type { MessageExtras } from './message-extras.ts';

/** Columns of `message` under the names of `MessageRow`, for a table or alias `message`. */
export const MESSAGE_COLUMNS = `message.id, message.channel_id AS "channelId", message.author_id AS "authorId", message.text,
  message.seq, message.version, message.client_id AS "clientId", message.mentioned_user_ids AS "mentionedUserIds",
  message.mentions_everyone AS "mentionsEveryone", message.mentions_here AS "mentionsHere", message.created_at AS "createdAt",
  message.edited_at AS "editedAt", message.deleted_at AS "deletedAt", message.style, message.thread_id AS "threadId",
  message.also_in_channel AS "alsoInChannel", message.reply_count AS "replyCount", message.last_reply_at AS "lastReplyAt",
  message.last_reply_seq AS "lastReplySeq", message.thread_user_ids AS "threadUserIds", message.quoted_message_id AS "quotedMessageId",
  message.forwarded, message.pinned_at AS "pinnedAt", message.pinned_by AS "pinnedBy"`;

export interface MessageRow {
  id: string;
  channelId: string;
  authorId: string;
  text: string;
  seq: number;
  version: number;
  clientId: string | null;
  mentionedUserIds: string[];
  /** Also by `@here`. */
  mentionsEveryone: boolean;
  mentionsHere: boolean;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  style: 'me' | null;
  threadId: string | null;
  alsoInChannel: boolean;
  replyCount: number;
  lastReplyAt: Date | null;
  /** Stays when that reply is deleted. */
  lastReplySeq: number | null;
  threadUserIds: string[];
  quotedMessageId: string | null;
  forwarded: Forwarded | null;
  pinnedAt: Date | null;
  pinnedBy: string | null;
}

/** Nothing hangs from a message at first. */
export const NO_THREAD = { replyCount: 0, lastReplyAt: null, lastReplySeq: null, threadUserIds: [] as string[] };

type ThreadColumns = Pick<MessageRow, 'replyCount' | 'lastReplyAt' | 'threadUserIds'>;

export const toThreadInfo = ({ replyCount, lastReplyAt, threadUserIds }: ThreadColumns): Message['thread'] =>
  replyCount > 0 && lastReplyAt ? { replyCount, lastReplyAt: lastReplyAt.toISOString(), userIds: threadUserIds } : undefined;

/** What other tables say of a message comes in `extras`: see `readMessages`. */
export function toMessage(row: MessageRow, extras: MessageExtras = {}): Message {
  const thread = toThreadInfo(row);
  return {
    id: row.id,
    channelId: row.channelId,
    authorId: row.authorId,
    text: row.text,
    seq: row.seq,
    version: row.version,
    clientId: row.clientId,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    mentions: { userIds: row.mentionedUserIds, everyone: row.mentionsEveryone, ...(row.mentionsHere ? { here: true } : {}) },
    ...(row.style ? { style: row.style } : {}),
    ...(row.threadId ? { threadId: row.threadId } : {}),
    ...(row.alsoInChannel ? { alsoInChannel: true } : {}),
    ...(thread ? { thread } : {}),
    ...(row.forwarded ? { forwarded: row.forwarded } : {}),
    ...(row.pinnedAt && row.pinnedBy ? { pin: { userId: row.pinnedBy, at: row.pinnedAt.toISOString() } } : {}),
    ...extras,
  };
}
