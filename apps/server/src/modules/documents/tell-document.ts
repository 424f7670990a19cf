import { Injectable } from '@nestjs/common';
import { type DocumentAspect, type StreamId, streamId } from '@parvis/contracts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { homeStream } from './document-access.ts';
import { DocumentRooms } from './document-rooms.ts';

interface Told {
  id: string;
  channelId: string | null;
  ownerId: string | null;
}

/** Says that something about a document is another now: to its home, and to those who have it open. */
@Injectable()
export class TellDocument {
  constructor(private readonly rooms: DocumentRooms) {}

  /** Names nothing: who hears of it looks, and sees what they may. */
  async changed(tx: StreamTransaction, document: Told, what: DocumentAspect): Promise<void> {
    await this.home(tx, homeStream(document), document.id);
    tx.afterCommit(() => {
      this.rooms.tell(document.id, 'document_changed', { documentId: document.id, what });
    });
  }

  /** After rights to it changed, and to all below it: who lost theirs gets nothing more, at once; the others look what is left. */
  async rights(tx: StreamTransaction, document: Told): Promise<void> {
    await this.home(tx, homeStream(document), document.id);
    const below = await tx.query<{ id: string }>(
      `WITH RECURSIVE below AS (SELECT id FROM document WHERE id = $1 UNION ALL SELECT child.id FROM document child JOIN below ON child.parent_id = below.id)
       SELECT id FROM below`,
      [document.id],
    );
    tx.afterCommit(() => {
      for (const { id } of below) {
        this.rooms.tell(id, 'document_changed', { documentId: id, what: 'access' });
        this.rooms.review(id);
      }
    });
  }

  /** To people whom it was given to or taken from: their lists are others now. */
  async people(tx: StreamTransaction, userIds: readonly string[], documentId: string): Promise<void> {
    await tx.appendAll('document.changed', userIds.map((userId) => ({ stream: streamId('user', userId), payload: { documentId } })));
  }

  /** To the stream of a conversation or of a person. */
  async home(tx: StreamTransaction, stream: StreamId, documentId: string): Promise<void> {
    await tx.append(stream, stream.startsWith('channel:') ? 'channel.document_changed' : 'document.changed', { documentId });
  }
}
