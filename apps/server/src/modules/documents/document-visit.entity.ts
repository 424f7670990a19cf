import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** When somebody opened a document last. */
@Entity('document_visit')
@Index('document_visit_document_id', ['documentId'])
@Index('document_visit_recent', ['userId', 'at'])
export class DocumentVisitEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
