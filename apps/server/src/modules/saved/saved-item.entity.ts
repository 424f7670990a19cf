import type { SavedItem } from '@parvis/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A message that a person keeps for later, or a note to themselves. */
@Entity('saved_item')
@Unique('saved_item_message', ['userId', 'messageId'])
@Unique('saved_item_client_id', ['userId', 'clientId'])
@Index('saved_item_listed', ['userId', 'state', 'createdAt', 'id'])
export class SavedItemEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  /** Null for a note. */
  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId: string | null;

  @Column({ name: 'channel_id', type: 'uuid', nullable: true })
  channelId: string | null;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'state', type: 'text' })
  state: SavedItem['state'];

  @Column({ name: 'remind_at', type: 'timestamptz', nullable: true })
  remindAt: Date | null;

  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true })
  remindedAt: Date | null;

  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  clientId: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
