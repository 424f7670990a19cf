import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a message mentions a person by name. */
@Entity('mention')
export class MentionEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  /** The message's seq. */
  @PrimaryColumn({ name: 'seq', type: 'bigint' })
  seq: number;

  @Column({ name: 'message_id', type: 'uuid' })
  messageId: string;
}
