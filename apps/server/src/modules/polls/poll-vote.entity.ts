import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('poll_vote')
export class PollVoteEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'option', type: 'integer' })
  option: number;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
