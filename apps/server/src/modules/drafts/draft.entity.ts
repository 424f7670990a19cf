import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What a person began to write; goes with their place in the channel. */
@Entity('draft')
@Unique('draft_place', ['userId', 'channelId', 'threadId'])
export class DraftEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  @Column({ name: 'thread_id', type: 'uuid', nullable: true })
  threadId: string | null;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'file_ids', type: 'uuid', array: true, default: () => "'{}'" })
  fileIds: string[];

  @Column({ name: 'quoted_message_id', type: 'uuid', nullable: true })
  quotedMessageId: string | null;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  /** Seq of the one event in its owner's log that has its words. */
  @Column({ name: 'told_seq', type: 'bigint', default: 0 })
  toldSeq: number;
}
