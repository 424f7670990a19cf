import { Column, Entity, PrimaryColumn } from 'typeorm';

/** All of a document up to a seq, as one Yjs update. */
@Entity('document_snapshot')
export class DocumentSnapshotEntity {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @PrimaryColumn({ name: 'seq', type: 'bigint' })
  seq: number;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'bytes', type: 'bytea' })
  bytes: Buffer;
}
