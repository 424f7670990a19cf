import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reaction')
export class ReactionEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  /** A Unicode emoji, or `custom:<uuid>`. */
  @PrimaryColumn({ name: 'emoji', type: 'text' })
  emoji: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  /** Of the event that added it: the order of those who used this emoji. */
  @Column({ name: 'seq', type: 'bigint' })
  seq: number;

  /** That of the first of them, even if that one took it back: the order of the emoji. */
  @Column({ name: 'emoji_seq', type: 'bigint' })
  emojiSeq: number;
}
