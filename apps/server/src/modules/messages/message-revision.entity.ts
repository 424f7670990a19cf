import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a message said before an edit. */
@Entity('message_revision')
export class MessageRevisionEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  /** The message's version just before that edit. */
  @PrimaryColumn({ name: 'version', type: 'bigint' })
  version: number;

  @Column({ name: 'text', type: 'text' })
  text: string;

  /** When it was written. */
  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
