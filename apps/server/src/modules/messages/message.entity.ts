import type { Forwarded } from '@parvis/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('message')
@Unique('message_channel_seq', ['channelId', 'seq'])
@Index('message_everyone', ['channelId', 'seq'], { where: 'mentions_everyone' })
@Index('message_in_channel', ['channelId', 'seq'], { where: '((thread_id IS NULL) OR also_in_channel)' })
@Index('message_thread', ['threadId', 'seq'], { where: '(thread_id IS NOT NULL)' })
@Index('message_quoted', ['quotedMessageId'], { where: '(quoted_message_id IS NOT NULL)' })
@Index('message_pinned', ['channelId', 'pinnedAt'], { where: '(pinned_at IS NOT NULL)' })
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

  @Column({ name: 'style', type: 'text', nullable: true })
  style: 'me' | null;

  /** The first message of the thread that it replies in. */
  @Column({ name: 'thread_id', type: 'uuid', nullable: true })
  threadId: string | null;

  @Column({ name: 'also_in_channel', type: 'boolean', default: false })
  alsoInChannel: boolean;

  /** Of a thread's first message: replies that are not deleted. */
  @Column({ name: 'reply_count', type: 'integer', default: 0 })
  replyCount: number;

  @Column({ name: 'last_reply_at', type: 'timestamptz', nullable: true })
  lastReplyAt: Date | null;

  /** Of the newest reply, deleted or not. */
  @Column({ name: 'last_reply_seq', type: 'bigint', nullable: true })
  lastReplySeq: number | null;

  /** Who replied, the latest first; at most five. */
  @Column({ name: 'thread_user_ids', type: 'uuid', array: true, default: () => "'{}'" })
  threadUserIds: string[];

  @Column({ name: 'quoted_message_id', type: 'uuid', nullable: true })
  quotedMessageId: string | null;

  @Column({ name: 'forwarded', type: 'jsonb', nullable: true })
  forwarded: Forwarded | null;

  @Column({ name: 'pinned_at', type: 'timestamptz', nullable: true })
  pinnedAt: Date | null;

  @Column({ name: 'pinned_by', type: 'uuid', nullable: true })
  pinnedBy: string | null;

  /** By `@here` only. */
  @Column({ name: 'mentions_here', type: 'boolean', default: false })
  mentionsHere: boolean;
}
