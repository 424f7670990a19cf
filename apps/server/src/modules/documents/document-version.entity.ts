import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A moment of a document that was given a name. */
@Entity('document_version')
@Unique('document_version_moment', ['documentId', 'seq'])
export class DocumentVersionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @Column({ name: 'seq', type: 'bigint' })
  seq: number;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
