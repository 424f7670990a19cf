import { Injectable } from '@nestjs/common';
import { LIMITS, type RouteInput, type RouteOutput, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { ChannelAccess } from '../channels/index.ts';
import { type DraftRow, toDraft } from './draft-row.ts';
import { deleteDraft, isMessageOf, readDraft, writeDraft } from './draft.repository.ts';
import { requireHeldFiles } from './held-files.ts';

type Body = RouteInput<'saveDraft'>['body'];

@Injectable()
export class SaveDraft {
  constructor(
    private readonly streams: Streams,
    private readonly access: ChannelAccess,
  ) {}

  /**
   * Keeps what was written so far; nothing written removes it. Whoever saves last wins. What was
   * written before is nowhere any more, in the log neither.
   * @throws ApiError not_found, message_too_long, attachment_invalid, too_many
   */
  run(actor: Actor, { body }: RouteInput<'saveDraft'>): Promise<RouteOutput<'saveDraft'>> {
    if (body.text.length > LIMITS.messageText) throw new ApiError('message_too_long');
    const { channelId, threadId } = body;
    return this.streams.transaction(async (tx) => {
      const own = streamId('user', actor.userId);
      await tx.lock(own);
      await this.access.requireMember(tx, channelId, actor.userId);
      const quotedMessageId = await this.quotedOf(tx, body);
      if (body.text.trim() === '' && body.attachmentIds.length === 0 && quotedMessageId === null) {
        const toldSeq = await deleteDraft(tx, actor.userId, body);
        if (toldSeq === null) return { draft: null };
        await tx.append(own, 'draft.removed', { channelId, threadId });
        await tx.replace(own, toldSeq, 'draft.removed', { channelId, threadId });
        return { draft: null };
      }
      if (threadId !== null && !(await isMessageOf(tx, channelId, threadId, { root: true }))) throw new ApiError('not_found');
      const attachments = await requireHeldFiles(tx, actor.userId, body.attachmentIds);
      const before = await readDraft(tx, actor.userId, body);
      const toldSeq = tx.head(own) + 1;
      const row: DraftRow = { channelId, threadId, text: body.text, fileIds: body.attachmentIds, quotedMessageId, updatedAt: tx.at, toldSeq };
      if (before && isSame(before, row)) return { draft: toDraft(before, attachments) };
      await writeDraft(tx, actor.userId, row, before === null);
      const draft = toDraft(row, attachments);
      await tx.append(own, 'draft.saved', { draft });
      if (before) await tx.replace(own, before.toldSeq, 'draft.removed', { channelId, threadId });
      return { draft };
    });
  }

  /** A message deleted meanwhile is quoted no more; that must not lose the words. */
  private async quotedOf(tx: StreamTransaction, { channelId, quotedMessageId }: Body): Promise<string | null> {
    return quotedMessageId !== null && (await isMessageOf(tx, channelId, quotedMessageId)) ? quotedMessageId : null;
  }
}

const isSame = (a: DraftRow, b: DraftRow): boolean =>
  a.text === b.text && a.quotedMessageId === b.quotedMessageId && a.fileIds.length === b.fileIds.length && a.fileIds.every((id, index) => id === b.fileIds[index]);
