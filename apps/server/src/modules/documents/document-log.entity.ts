import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a document's log is: one row that every update changes. */
@Entity('document_log')
export class DocumentLogEntity {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @Column({ name: 'head', type: 'bigint', default: 0 })
  head: number;

  /** Bytes of the last snapshot and of the updates after it. */
  @Column({ name: 'size', type: 'bigint', default: 0 })
  size: number;

  @Column({ name: 'snapshot_seq', type: 'bigint', default: 0 })
  snapshotSeq: number;

  /** Of the newest client that wrote. */
  @Column({ name: 'schema_version', type: 'integer', default: 1 })
  schemaVersion: number;
}
