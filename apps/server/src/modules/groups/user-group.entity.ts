import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** People who are mentioned together. */
@Entity('user_group')
@Unique('user_group_handle', ['handle'])
export class UserGroupEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Lower case, without the @. */
  @Column({ name: 'handle', type: 'text' })
  handle: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** Null: of the organisation. */
  @Column({ name: 'team_id', type: 'uuid', nullable: true })
  teamId: string | null;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
