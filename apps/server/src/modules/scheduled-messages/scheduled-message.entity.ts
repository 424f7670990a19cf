import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A message that waits for its time. */
@Entity('scheduled_message')
@Unique('scheduled_message_client_id', ['userId', 'clientId'])
@Index('scheduled_message_open', ['userId'], { where: '(ended_at IS NULL)' })
export class ScheduledMessageEntity {
  /** The message's client id, once sent. */
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  @Column({ name: 'thread_id', type: 'uuid', nullable: true })
  threadId: string | null;

  @Column({ name: 'quoted_message_id', type: 'uuid', nullable: true })
  quotedMessageId: string | null;

  @Column({ name: 'also_in_channel', type: 'boolean', default: false })
  alsoInChannel: boolean;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'file_ids', type: 'uuid', array: true, default: () => "'{}'" })
  fileIds: string[];

  @Column({ name: 'send_at', type: 'timestamptz' })
  sendAt: Date;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId: string;

  @Column({ name: 'request_hash', type: 'text' })
  requestHash: string;

  /** Code of the error catalogue. */
  @Column({ name: 'failure', type: 'text', nullable: true })
  failure: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Sent or cancelled: kept without its words, so that a repeated request finds what became of it. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  /** Seq of the one event in its owner's log that has its words. */
  @Column({ name: 'told_seq', type: 'bigint', default: 0 })
  toldSeq: number;
}
