import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A reset link that was not used yet; using it deletes the row. */
@Entity('password_reset')
@Index('password_reset_user_id', ['userId'])
export class PasswordResetEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
