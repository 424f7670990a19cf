import { Injectable } from '@nestjs/common';
import type { CommentThread, RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { checkText } from '../messages/index.ts';
import { calledIn, forgetMentions, keepMentions, streamsOf } from './comment-mentions.ts';
import { readThread, requireThread } from './comment-threads.ts';
import { lockAndSee, refuseChange } from './document-access.ts';
import { TellDocument } from './tell-document.ts';

type CommentPlace = RouteInput<'deleteComment'>['params'];

/** What becomes of a comment, or of its thread. What is so already changes nothing. */
@Injectable()
export class ChangeComment {
  constructor(
    private readonly streams: Streams,
    private readonly tell: TellDocument,
  ) {}

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived, message_deleted, message_empty */
  edit(actor: Actor, { params, body }: RouteInput<'editComment'>): Promise<CommentThread> {
    const text = checkText(body.text);
    return this.streams.transaction(async (tx) => {
      const called = await calledIn(tx, actor, params.id, text);
      const seen = await lockAndSee(tx, actor, params.id, ...streamsOf(called));
      const comment = await requireComment(tx, params);
      if (!can(actor, 'document.edit_comment', { ...seen.place, ownComment: comment.authorId === actor.userId })) refuseChange(seen);
      if (comment.deleted) throw new ApiError('message_deleted');
      if (comment.text !== text) {
        await tx.query('UPDATE document_comment SET text = $2, edited_at = $3 WHERE id = $1', [params.commentId, text, tx.at]);
        await keepMentions(tx, { documentId: params.id, commentId: params.commentId, by: actor.userId, text }, called);
        await this.tell.changed(tx, seen.row, 'comments');
      }
      return readThread(tx, params.threadId);
    });
  }

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived */
  delete(actor: Actor, { params }: RouteInput<'deleteComment'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id);
      const comment = await requireComment(tx, params);
      if (!can(actor, 'document.delete_comment', { ...seen.place, ownComment: comment.authorId === actor.userId })) refuseChange(seen);
      if (comment.deleted) return;
      await tx.query("UPDATE document_comment SET text = '', deleted_at = $2 WHERE id = $1", [params.commentId, tx.at]);
      await forgetMentions(tx, params.id, params.commentId);
      await this.tell.changed(tx, seen.row, 'comments');
    });
  }

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived */
  resolve(actor: Actor, { params, body }: RouteInput<'resolveCommentThread'>): Promise<CommentThread> {
    return this.streams.transaction(async (tx) => {
      const seen = await lockAndSee(tx, actor, params.id);
      if (!can(actor, 'document.comment', seen.place)) refuseChange(seen);
      const { resolved } = await requireThread(tx, params.id, params.threadId);
      if (resolved !== body.resolved) {
        await tx.query(
          'UPDATE document_comment_thread SET resolved_at = $2, resolved_by = $3 WHERE id = $1',
          [params.threadId, body.resolved ? tx.at : null, body.resolved ? actor.userId : null],
        );
        await this.tell.changed(tx, seen.row, 'comments');
      }
      return readThread(tx, params.threadId);
    });
  }
}

async function requireComment(query: Query, { id, threadId, commentId }: CommentPlace): Promise<{ authorId: string; text: string; deleted: boolean }> {
  const [row] = await query.query<{ authorId: string; text: string; deleted: boolean }>(
    `SELECT c.author_id AS "authorId", c.text, c.deleted_at IS NOT NULL AS deleted
     FROM document_comment c JOIN document_comment_thread t ON t.id = c.thread_id WHERE c.id = $1 AND t.id = $2 AND t.document_id = $3`,
    [commentId, threadId, id],
  );
  if (!row) throw new ApiError('not_found');
  return row;
}
