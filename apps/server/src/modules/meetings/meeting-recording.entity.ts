import type { Recording } from '@parvis/contracts';
import type { RecordingManifest } from '@parvis/sfu-protocol';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('meeting_recording')
@Index('meeting_recording_running', ['meetingId'], { unique: true, where: "(state = 'recording'::text)" })
@Index('meeting_recording_meeting_id', ['meetingId'])
@Index('meeting_recording_message_id', ['messageId'], { where: '(message_id IS NOT NULL)' })
export class MeetingRecordingEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'meeting_id', type: 'uuid' })
  meetingId: string;

  @Column({ name: 'state', type: 'text' })
  state: Recording['state'];

  @Column({ name: 'started_by', type: 'uuid' })
  startedBy: string;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId: string | null;

  /** The media host that has its files. */
  @Column({ name: 'sfu_url', type: 'text' })
  sfuUrl: string;

  @Column({ name: 'sfu_instance', type: 'text' })
  sfuInstance: string;

  /** What it consists of, once it stopped. */
  @Column({ name: 'manifest', type: 'jsonb', nullable: true })
  manifest: RecordingManifest | null;

  @Column({ name: 'failure', type: 'text', nullable: true })
  failure: string | null;
}
