import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A link by which somebody makes an account. With an e-mail: for that one, once. */
@Entity('invitation')
@Unique('invitation_token_hash', ['tokenHash'])
export class InvitationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ name: 'email', type: 'text', nullable: true })
  email: string | null;

  @Column({ name: 'role', type: 'text' })
  role: 'admin' | 'member' | 'guest';

  @Column({ name: 'team_ids', type: 'uuid', array: true })
  teamIds: string[];

  /** Of guests: the channels that they are for. */
  @Column({ name: 'channel_ids', type: 'uuid', array: true, default: () => "'{}'" })
  channelIds: string[];

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'accepted_count', type: 'integer', default: 0 })
  acceptedCount: number;
}
