import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('meeting_link')
@Unique('meeting_link_token_hash', ['tokenHash'])
@Index('meeting_link_meeting_id', ['meetingId'])
export class MeetingLinkEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'meeting_id', type: 'uuid' })
  meetingId: string;

  /** SHA-256 of the token, which is only in the link. */
  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
