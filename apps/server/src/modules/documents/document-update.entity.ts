import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One Yjs update of a document, as its author sent it. */
@Entity('document_update')
@Unique('document_update_id', ['documentId', 'authorId', 'updateId'])
export class DocumentUpdateEntity {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @PrimaryColumn({ name: 'seq', type: 'bigint' })
  seq: number;

  @Column({ name: 'update_id', type: 'uuid' })
  updateId: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'bytes', type: 'bytea' })
  bytes: Buffer;
}
