import { Injectable } from '@nestjs/common';
import { can } from '@parvis/permissions';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { OrganisationReader } from '../organisation/index.ts';

@Injectable()
export class DeleteEmoji {
  constructor(
    private readonly streams: Streams,
    private readonly organisations: OrganisationReader,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Reactions with it stay where they are, without a picture; they can be taken back.
   * @throws ApiError not_found, forbidden
   */
  run(actor: Actor, id: string): Promise<void> {
    return this.streams.transaction(async (tx) => {
      const stream = await this.organisations.stream(tx);
      await tx.lock(stream);
      const [emoji] = await tx.query<{ createdBy: string | null; blobId: string }>(
        'SELECT created_by AS "createdBy", blob_id AS "blobId" FROM custom_emoji WHERE id = $1',
        [id],
      );
      if (!emoji) throw new ApiError('not_found');
      if (!can(actor, 'emoji.delete', { own: emoji.createdBy === actor.userId })) throw new ApiError('forbidden');
      await tx.query('DELETE FROM custom_emoji WHERE id = $1', [id]);
      await this.jobs.add(tx, 'storage.purge-blobs', { blobIds: [emoji.blobId] });
      await tx.append(stream, 'emoji.deleted', { emojiId: id }, { author: actor.userId });
    });
  }
}
