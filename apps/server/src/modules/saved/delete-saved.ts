import { Injectable } from '@nestjs/common';
import { type RouteInput, type StreamId, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Reminders } from './reminders.ts';
import { readSavedItem } from './saved-item.repository.ts';

@Injectable()
export class DeleteSaved {
  constructor(
    private readonly streams: Streams,
    private readonly reminders: Reminders,
  ) {}

  /** Nothing of it is left, in the log neither. @throws ApiError not_found */
  run(actor: Actor, { params }: RouteInput<'deleteSaved'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const own = streamId('user', actor.userId);
      await tx.lock(own);
      const { id, text } = await readSavedItem(tx, actor.userId, params.id);
      await this.reminders.set(tx, actor.userId, id, null);
      await tx.query('DELETE FROM saved_item WHERE id = $1', [id]);
      await tx.append(own, 'saved.removed', { itemId: id });
      if (text !== '') await forgetInLog(tx, own, id);
    });
  }
}

/** A note's words are in each event that told it. */
async function forgetInLog(tx: StreamTransaction, own: StreamId, itemId: string): Promise<void> {
  await tx.query(
    `UPDATE stream_event SET type = 'saved.removed', payload = $3
     WHERE stream = $1 AND type = 'saved.updated' AND payload->'item'->>'id' = $2`,
    [own, itemId, JSON.stringify({ itemId })],
  );
}
