import type { Message } from '@parvis/contracts';

/** Columns of `message` under the names of `MessageRow`, for a table or alias `message`. */
export const MESSAGE_COLUMNS = `message.id, message.channel_id AS "channelId", message.author_id AS "authorId", message.text,
  message.seq, message.version, message.client_id AS "clientId", message.mentioned_user_ids AS "mentionedUserIds",
  message.mentions_everyone AS "mentionsEveryone", message.created_at AS "createdAt", message.edited_at AS "editedAt",
  message.deleted_at AS "deletedAt"`;

export interface MessageRow {
  id: string;
  channelId: string;
  authorId: string;
  text: string;
  seq: number;
  version: number;
  clientId: string | null;
  mentionedUserIds: string[];
  mentionsEveryone: boolean;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

export const toMessage = (row: MessageRow): Message => ({
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
  mentions: { userIds: row.mentionedUserIds, everyone: row.mentionsEveryone },
});
