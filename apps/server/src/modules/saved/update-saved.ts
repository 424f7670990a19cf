import { Injectable } from '@nestjs/common';
import { type RouteInput, type SavedItem, streamId } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Reminders, requireFuture } from './reminders.ts';
import { type SavedItemRow, toSavedItem } from './saved-item-row.ts';
import { readSavedItem, refuseTooMany, writeSavedItem } from './saved-item.repository.ts';

@Injectable()
export class UpdateSaved {
  constructor(
    private readonly streams: Streams,
    private readonly reminders: Reminders,
  ) {}

  /**
   * Ticks it off or puts it back, sets or drops its reminder. Of what is done nobody is reminded;
   * with a new reminder it is to do again.
   * @throws ApiError not_found, scheduled_in_past, too_many
   */
  run(actor: Actor, { params, body }: RouteInput<'updateSaved'>): Promise<SavedItem> {
    return this.streams.transaction(async (tx) => {
      await tx.lock(streamId('user', actor.userId));
      const before = await readSavedItem(tx, actor.userId, params.id);
      const asked = body.remindAt === undefined ? undefined : requireFuture(body.remindAt, tx.at);
      const state = body.state ?? (asked ? 'todo' : before.state);
      const remindAt = state === 'done' ? null : asked === undefined ? before.remindAt : asked;
      const remindedAt = remindAt === null || asked !== undefined ? null : before.remindedAt;
      if (state === 'todo' && before.state === 'done') await refuseTooMany(tx, actor.userId);
      const row: SavedItemRow = { ...before, state, remindAt, remindedAt };
      const moved = remindAt?.getTime() !== before.remindAt?.getTime();
      if (state === before.state && !moved && remindedAt?.getTime() === before.remindedAt?.getTime()) return toSavedItem(before);
      if (moved) await this.reminders.set(tx, actor.userId, row.id, remindAt);
      await writeSavedItem(tx, actor.userId, row);
      return toSavedItem(row);
    });
  }
}
