import type { ChannelRole, NotificationLevel } from '@parvis/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's place in a channel, with their read cursor. */
@Entity('channel_member')
@Index('channel_member_user_id', ['userId'])
export class ChannelMemberEntity {
  @PrimaryColumn({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'role', type: 'text' })
  role: ChannelRole;

  @Column({ name: 'joined_at', type: 'timestamptz', default: () => 'now()' })
  joinedAt: Date;

  /** Everything up to this seq is read. */
  @Column({ name: 'read_seq', type: 'bigint', default: 0 })
  readSeq: number;

  @Column({ name: 'marked_unread', type: 'boolean', default: false })
  markedUnread: boolean;

  @Column({ name: 'muted', type: 'boolean', default: false })
  muted: boolean;

  @Column({ name: 'notifications', type: 'text', default: 'default' })
  notifications: NotificationLevel;
}
