import { Injectable } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import { Streams } from '../../platform/streams/streams.ts';
import { refreshAccessPaths } from './access-paths.ts';
import { positionIn } from './document-place.ts';
import { TellDocument } from './tell-document.ts';

/** Gives the documents that were somebody's own to somebody else: whose account is closed leaves none that nobody reaches. */
@Injectable()
export class HandOverDocuments {
  constructor(
    private readonly streams: Streams,
    private readonly tell: TellDocument,
  ) {}

  /** Those at the top, with all below them, also from the trash; behind what the other one has. What others may in them stays. Answers how many at the top. */
  run(fromUserId: string, toUserId: string): Promise<number> {
    return this.streams.transaction(async (tx) => {
      const [from, to] = [streamId('user', fromUserId), streamId('user', toUserId)];
      await tx.lock(from, to);
      const documents = await tx.query<{ id: string }>('SELECT id FROM document WHERE owner_id = $1 AND parent_id IS NULL ORDER BY position, id', [fromUserId]);
      const home = { channelId: null, ownerId: toUserId, parentId: null };
      for (const { id } of documents) {
        await tx.query('UPDATE document SET owner_id = $2, position = $3 WHERE id = $1', [id, toUserId, await positionIn(tx, home, undefined, id)]);
        await refreshAccessPaths(tx, id);
        await this.tell.home(tx, from, id);
        await this.tell.rights(tx, { id, ...home });
      }
      return documents.length;
    });
  }
}
