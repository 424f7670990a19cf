import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody is to a meeting, with whatever device. No row: nothing but what its conversation says. */
@Entity('meeting_standing')
@Index('meeting_standing_user_id', ['userId'])
export class MeetingStandingEntity {
  @PrimaryColumn({ name: 'meeting_id', type: 'uuid' })
  meetingId: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'cohost', type: 'boolean', default: false })
  cohost: boolean;

  /** By a link or a call: may come in without being in its conversation. */
  @Column({ name: 'invited', type: 'boolean', default: false })
  invited: boolean;

  /** Waits in no lobby any more. */
  @Column({ name: 'admitted', type: 'boolean', default: false })
  admitted: boolean;

  /** By a host: does not come back. */
  @Column({ name: 'removed', type: 'boolean', default: false })
  removed: boolean;
}
