import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('message')
@Unique('message_channel_seq', ['channelId', 'seq'])
@Index('message_everyone', ['channelId', 'seq'], { where: 'mentions_everyone' })
export class MessageEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  /** Markdown; empty once deleted. */
  @Column({ name: 'text', type: 'text' })
  text: string;

  /** Seq of the event that created it: its place in the channel. */
  @Column({ name: 'seq', type: 'bigint' })
  seq: number;

  /** Seq of the last event that changed it. */
  @Column({ name: 'version', type: 'bigint' })
  version: number;

  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  clientId: string | null;

  @Column({ name: 'mentioned_user_ids', type: 'uuid', array: true, default: () => "'{}'" })
  mentionedUserIds: string[];

  @Column({ name: 'mentions_everyone', type: 'boolean', default: false })
  mentionsEveryone: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt: Date | null;
}
