import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChannelKind } from '@parvis/contracts';

/** A channel of a team, or a direct or group conversation outside of teams. */
@Entity('channel')
@Unique('channel_people_key', ['peopleKey'])
@Check('channel_team', `(team_id IS NOT NULL) = (kind IN ('public', 'private'))`)
// On lower(name), which a decorator cannot say: the migration makes it.
@Index('channel_team_name', { synchronize: false })
export class ChannelEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: ChannelKind;

  @Column({ name: 'team_id', type: 'uuid', nullable: true })
  teamId: string | null;

  @Column({ name: 'name', type: 'text', nullable: true })
  name: string | null;

  @Column({ name: 'topic', type: 'text', default: '' })
  topic: string;

  @Column({ name: 'description', type: 'text', default: '' })
  description: string;

  /** Who may write. */
  @Column({ name: 'posting', type: 'text', default: 'everyone' })
  posting: 'everyone' | 'moderators';

  /** Who may mention everybody in it. */
  @Column({ name: 'mention_all', type: 'text', default: 'everyone' })
  mentionAll: 'everyone' | 'moderators';

  /** The channel that everybody in the team is in. */
  @Column({ name: 'is_general', type: 'boolean', default: false })
  isGeneral: boolean;

  /** Direct and group conversations: the sorted ids of their people, so that there is one. Null once one left. */
  @Column({ name: 'people_key', type: 'text', nullable: true })
  peopleKey: string | null;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'archived_at', type: 'timestamptz', nullable: true })
  archivedAt: Date | null;

  @Column({ name: 'member_count', type: 'integer', default: 0 })
  memberCount: number;
}
