import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A conversation about a piece of a document, or about all of it. */
@Entity('document_comment_thread')
@Check('document_comment_anchor', '((anchor_start IS NULL) = (anchor_end IS NULL))')
@Index('document_comment_thread_document_id', ['documentId', 'createdAt'])
export class DocumentCommentThreadEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @Column({ name: 'anchor_start', type: 'text', nullable: true })
  anchorStart: string | null;

  @Column({ name: 'anchor_end', type: 'text', nullable: true })
  anchorEnd: string | null;

  @Column({ name: 'quote', type: 'text' })
  quote: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'resolved_at', type: 'timestamptz', nullable: true })
  resolvedAt: Date | null;

  @Column({ name: 'resolved_by', type: 'uuid', nullable: true })
  resolvedBy: string | null;
}
