import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('poll')
export class PollEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @Column({ name: 'question', type: 'text' })
  question: string;

  /** An option's id is its place here. */
  @Column({ name: 'options', type: 'text', array: true })
  options: string[];

  @Column({ name: 'multiple', type: 'boolean' })
  multiple: boolean;

  @Column({ name: 'anonymous', type: 'boolean' })
  anonymous: boolean;

  @Column({ name: 'closes_at', type: 'timestamptz', nullable: true })
  closesAt: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;
}
