import { Injectable } from '@nestjs/common';
import { type CommentAnchor, type CommentThread, LIMITS, type RouteInput, streamId } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { v7 } from 'uuid';
import { decodeRelativePosition } from 'yjs';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { creationKey } from '../channels/index.ts';
import { checkText } from '../messages/index.ts';
import { calledIn, keepMentions, streamsOf } from './comment-mentions.ts';
import { readThread, requireThread, SOME_LEFT } from './comment-threads.ts';
import { type DocumentSeen, lockAndSee, refuseChange } from './document-access.ts';
import { TellDocument } from './tell-document.ts';

interface Written {
  documentId: string;
  clientId: string;
  requestHash: string;
  text: string;
}

/** Comments, in new threads and in those that are there. */
@Injectable()
export class WriteComment {
  constructor(
    private readonly streams: Streams,
    private readonly tell: TellDocument,
  ) {}

  /** @throws ApiError not_found, forbidden, document_trashed, channel_archived, client_id_reused, message_empty, invalid_request, too_many */
  thread(actor: Actor, { params, body }: RouteInput<'createCommentThread'>): Promise<CommentThread> {
    const { anchor, quote } = body;
    if (anchor) checkAnchor(anchor);
    return this.write(actor, params.id, body, ['createCommentThread', params.id], async (tx, { kind }) => {
      if (kind !== 'text') throw new ApiError('invalid_request', 'only texts have comments');
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM document_comment_thread t WHERE t.document_id = $1 AND ${SOME_LEFT}`, [params.id]);
      if (count >= LIMITS.commentThreads) throw new ApiError('too_many', `at most ${LIMITS.commentThreads} threads`);
      const threadId = v7();
      await tx.query(
        'INSERT INTO document_comment_thread (id, document_id, anchor_start, anchor_end, quote, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [threadId, params.id, anchor?.start ?? null, anchor?.end ?? null, quote, tx.at],
      );
      return threadId;
    });
  }

  /** @throws ApiError as `thread` */
  reply(actor: Actor, { params, body }: RouteInput<'replyToComment'>): Promise<CommentThread> {
    return this.write(actor, params.id, body, ['replyToComment', params.id, params.threadId], async (tx) => {
      await requireThread(tx, params.id, params.threadId);
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM document_comment WHERE thread_id = $1', [params.threadId]);
      if (count >= LIMITS.commentsPerThread) throw new ApiError('too_many', `at most ${LIMITS.commentsPerThread} comments in a thread`);
      return params.threadId;
    });
  }

  private write(
    actor: Actor, documentId: string, body: { clientId: string; text: string }, request: readonly string[],
    placeOf: (tx: StreamTransaction, document: { kind: DocumentSeen['row']['kind'] }) => Promise<string>,
  ): Promise<CommentThread> {
    const { requestHash = '' } = creationKey(actor.userId, request.join(' '), body);
    const written = { documentId, clientId: body.clientId, requestHash, text: checkText(body.text) };
    return this.streams.transaction(async (tx) => {
      const called = await calledIn(tx, actor, documentId, written.text);
      // Its author's too: the same client's id may come for two documents at once.
      const seen = await lockAndSee(tx, actor, documentId, streamId('user', actor.userId), ...streamsOf(called));
      if (!can(actor, 'document.comment', seen.place)) refuseChange(seen);
      const before = await threadOf(tx, actor, written);
      if (before !== null) return readThread(tx, before);
      const threadId = await placeOf(tx, seen.row);
      const commentId = v7();
      await tx.query(
        'INSERT INTO document_comment (id, thread_id, author_id, client_id, request_hash, text, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [commentId, threadId, actor.userId, written.clientId, requestHash, written.text, tx.at],
      );
      await keepMentions(tx, { documentId, commentId, by: actor.userId, text: written.text }, called);
      await this.tell.changed(tx, seen.row, 'comments');
      return readThread(tx, threadId);
    });
  }
}

/** The thread of the comment that this author wrote under this client's id. @throws ApiError client_id_reused */
async function threadOf(tx: StreamTransaction, actor: Actor, { clientId, requestHash }: Written): Promise<string | null> {
  const [row] = await tx.query<{ threadId: string; requestHash: string }>(
    'SELECT thread_id AS "threadId", request_hash AS "requestHash" FROM document_comment WHERE author_id = $1 AND client_id = $2', [actor.userId, clientId],
  );
  if (row && row.requestHash !== requestHash) throw new ApiError('client_id_reused');
  return row?.threadId ?? null;
}

/** @throws ApiError invalid_request for ends that no Yjs document could have */
function checkAnchor({ start, end }: CommentAnchor): void {
  try {
    for (const place of [start, end]) decodeRelativePosition(Buffer.from(place, 'base64'));
  } catch {
    throw new ApiError('invalid_request', 'the anchor is not made of Yjs relative positions');
  }
}
