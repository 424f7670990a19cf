import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One device of somebody in a meeting; coming again from it is the same row. */
@Entity('meeting_participant')
@Unique('meeting_participant_device', ['meetingId', 'userId', 'deviceId'])
@Index('meeting_participant_present', ['userId'], { where: "(state <> 'left'::text)" })
@Index('meeting_participant_user_id', ['userId'])
export class MeetingParticipantEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'meeting_id', type: 'uuid' })
  meetingId: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'device_id', type: 'uuid' })
  deviceId: string;

  @Column({ name: 'state', type: 'text' })
  state: 'waiting' | 'joined' | 'left';

  /** Of this stay, or since when they wait. */
  @Column({ name: 'joined_at', type: 'timestamptz' })
  joinedAt: Date;

  /** When a server was last connected to the device. */
  @Column({ name: 'seen_at', type: 'timestamptz' })
  seenAt: Date;

  @Column({ name: 'hand_raised_at', type: 'timestamptz', nullable: true })
  handRaisedAt: Date | null;

  /** By a host, where only hosts may unmute. */
  @Column({ name: 'muted_sources', type: 'text', array: true, default: () => "'{}'" })
  mutedSources: string[];

  /** Round trip, jitter, loss, sent and received rate: sums of what was told. */
  @Column({ name: 'quality_sums', type: 'double precision', array: true, default: () => "'{0,0,0,0,0}'" })
  qualitySums: number[];

  @Column({ name: 'quality_counts', type: 'integer', array: true, default: () => "'{0,0,0,0,0}'" })
  qualityCounts: number[];
}
