import type { LobbyPolicy, MeetingKind, MessageMeeting } from '@parvis/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('meeting')
@Unique('meeting_message', ['messageId'])
@Index('meeting_running', ['channelId'], { unique: true, where: '(ended_at IS NULL)' })
@Index('meeting_channel', ['channelId', 'startedAt'])
export class MeetingEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'channel_id', type: 'uuid' })
  channelId: string;

  /** That stands for it in its conversation. */
  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId: string | null;

  @Column({ name: 'kind', type: 'text' })
  kind: MeetingKind;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'own_conversation', type: 'boolean' })
  ownConversation: boolean;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'host_id', type: 'uuid', nullable: true })
  hostId: string | null;

  /** Who stands in while the host is not there. */
  @Column({ name: 'acting_host_id', type: 'uuid', nullable: true })
  actingHostId: string | null;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'outcome', type: 'text', default: 'running' })
  outcome: MessageMeeting['outcome'];

  @Column({ name: 'locked', type: 'boolean', default: false })
  locked: boolean;

  @Column({ name: 'lobby', type: 'text', default: 'guests' })
  lobby: LobbyPolicy;

  @Column({ name: 'allow_share', type: 'text', default: 'everyone' })
  allowShare: 'everyone' | 'hosts';

  @Column({ name: 'allow_chat', type: 'text', default: 'everyone' })
  allowChat: 'everyone' | 'hosts';

  @Column({ name: 'allow_unmute', type: 'text', default: 'everyone' })
  allowUnmute: 'everyone' | 'hosts';

  @Column({ name: 'spotlight_id', type: 'uuid', nullable: true })
  spotlightId: string | null;

  @Column({ name: 'empty_since', type: 'timestamptz', nullable: true })
  emptySince: Date | null;

  /** Where its media is: the address of a media host. */
  @Column({ name: 'sfu_url', type: 'text', nullable: true })
  sfuUrl: string | null;

  /** The run of that media host: another one has none of its rooms. */
  @Column({ name: 'sfu_instance', type: 'text', nullable: true })
  sfuInstance: string | null;

  @Column({ name: 'epoch', type: 'integer', default: 1 })
  epoch: number;
}
