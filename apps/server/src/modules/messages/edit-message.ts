import { Injectable } from '@nestjs/common';
import type { Message, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { editedSince, keepRevision } from './keep-revision.ts';
import { MessageFollowUps } from './message-follow-ups.ts';
import { mentionsIn } from './message-mentions.ts';
import { checkText } from './message-text.ts';
import { editMessage, lockForPosting, readMessage } from './message.repository.ts';
import { requireMessage } from './read-messages.ts';
import { followMentioned } from './thread-root.ts';

@Injectable()
export class EditMessage {
  constructor(
    private readonly streams: Streams,
    private readonly followUps: MessageFollowUps,
  ) {}

  /**
   * Changes the text of one's own message. Repeating an edit changes nothing more.
   * @throws ApiError not_found, forbidden, channel_archived, message_deleted, version_conflict, message_too_long, message_empty
   */
  run(actor: Actor, { params: { channelId, messageId }, body }: RouteInput<'editMessage'>): Promise<Message> {
    return this.streams.transaction(async (tx) => {
      const posting = await lockForPosting(tx, channelId, actor.userId);
      const row = await readMessage(tx, channelId, messageId);
      if (!row) throw new ApiError('not_found');
      if (!can(actor, 'message.edit', { ...posting, own: row.authorId === actor.userId })) throw new ApiError(posting.archived ? 'channel_archived' : 'forbidden');
      if (row.deletedAt) throw new ApiError('message_deleted');
      const before = await requireMessage(tx, channelId, messageId);
      const mayBeEmpty = before.attachments !== undefined || before.poll !== undefined || before.forwarded !== undefined;
      const text = checkText(body.text, { mayBeEmpty });
      if (row.text === text) return before;
      if (body.version !== undefined && (await editedSince(tx, row, body.version))) throw new ApiError('version_conflict', 'somebody changed it in the meantime');
      await keepRevision(tx, row);
      const edited = { ...row, text, ...(await mentionsIn(tx, text, { actor, channelId, posting })), editedAt: tx.at };
      await this.followUps.beforeEditing(tx, edited);
      const message = await editMessage(tx, edited, row, actor.userId);
      await followMentioned(tx, edited, row.mentionedUserIds);
      return message;
    });
  }
}
