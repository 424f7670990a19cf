import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a person reacted with an emoji. */
@Entity('emoji_use')
export class EmojiUseEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'emoji', type: 'text' })
  emoji: string;

  @Column({ name: 'count', type: 'integer' })
  count: number;

  @Column({ name: 'last_at', type: 'timestamptz' })
  lastAt: Date;
}
