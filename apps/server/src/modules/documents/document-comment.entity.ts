import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One comment of a thread. */
@Entity('document_comment')
@Unique('document_comment_client_id', ['authorId', 'clientId'])
@Index('document_comment_thread_id', ['threadId', 'createdAt'])
export class DocumentCommentEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'thread_id', type: 'uuid' })
  threadId: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId: string;

  /** Of what was asked for under the client's id. */
  @Column({ name: 'request_hash', type: 'text' })
  requestHash: string;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt: Date | null;
}
