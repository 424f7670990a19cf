import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From when to when a device was in a meeting. */
@Entity('meeting_stay')
export class MeetingStayEntity {
  @PrimaryColumn({ name: 'participant_id', type: 'uuid' })
  participantId: string;

  @PrimaryColumn({ name: 'joined_at', type: 'timestamptz' })
  joinedAt: Date;

  @Column({ name: 'left_at', type: 'timestamptz', nullable: true })
  leftAt: Date | null;
}
