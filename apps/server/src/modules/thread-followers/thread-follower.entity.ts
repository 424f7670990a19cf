import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a person follows a thread, or unfollowed it by hand, and up to where they read it. */
@Entity('thread_follower')
@Index('thread_follower_thread_id', ['threadId'])
@Index('thread_follower_channel_id', ['channelId'])
export class ThreadFollowerEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'thread_id', type: 'uuid' })
  threadId: string;

  @Column({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  /** False: unfollowed by hand, so that a further reply doesn't bring it back. */
  @Column({ name: 'following', type: 'boolean', default: true })
  following: boolean;

  @Column({ name: 'read_seq', type: 'bigint', default: 0 })
  readSeq: number;
}
