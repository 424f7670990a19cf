import type { Call } from '@parvis/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who is called into a meeting. */
@Entity('meeting_call')
@Index('meeting_call_ringing', ['userId'], { where: "(state = 'ringing'::text)" })
export class MeetingCallEntity {
  @PrimaryColumn({ name: 'meeting_id', type: 'uuid' })
  meetingId: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'caller_id', type: 'uuid' })
  callerId: string;

  @Column({ name: 'state', type: 'text' })
  state: Call['state'];

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
