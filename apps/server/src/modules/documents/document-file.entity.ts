import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that stands in a document: whoever reads one of its documents reads it. */
@Entity('document_file')
@Index('document_file_file_id', ['fileId'])
export class DocumentFileEntity {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @PrimaryColumn({ name: 'file_id', type: 'uuid' })
  fileId: string;

  @Column({ name: 'attached_by', type: 'uuid', nullable: true })
  attachedBy: string | null;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
