import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Somebody signed in on one device. */
@Entity('session')
@Unique('session_token_hash', ['tokenHash'])
@Index('session_user_id', ['userId'])
export class SessionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  /** SHA-256 of the token; the token itself is only with its holder. */
  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ name: 'user_agent', type: 'text' })
  userAgent: string;

  @Column({ name: 'address', type: 'text' })
  address: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** To the minute. */
  @Column({ name: 'last_seen_at', type: 'timestamptz', default: () => 'now()' })
  lastSeenAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
