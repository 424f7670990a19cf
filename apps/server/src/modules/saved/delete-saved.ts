import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Reminders } from './reminders.ts';
import { readSavedItem } from './saved-item.repository.ts';

@Injectable()
export class DeleteSaved {
  constructor(
    private readonly streams: Streams,
    private readonly reminders: Reminders,
  ) {}

  /** @throws ApiError not_found */
  run(actor: Actor, { params }: RouteInput<'deleteSaved'>): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const own = streamId('user', actor.userId);
      await tx.lock(own);
      const { id } = await readSavedItem(tx, actor.userId, params.id);
      await this.reminders.set(tx, actor.userId, id, null);
      await tx.query('DELETE FROM saved_item WHERE id = $1', [id]);
      await tx.append(own, 'saved.removed', { itemId: id });
    });
  }
}
