import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who was mentioned in a document or in a comment. */
@Entity('document_mention')
@Index('document_mention_user_id', ['userId', 'at'])
export class DocumentMentionEntity {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  /** Id of the mention in the text, or of the comment. */
  @PrimaryColumn({ name: 'key', type: 'uuid' })
  key: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'mentioned_by', type: 'uuid', nullable: true })
  mentionedBy: string | null;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'excerpt', type: 'text' })
  excerpt: string;

  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt: Date | null;
}
