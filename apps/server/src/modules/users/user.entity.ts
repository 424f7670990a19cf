import type { Language, Preferences, UserRole } from '@parvis/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('app_user')
@Unique('app_user_email', ['email'])
export class UserEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Lower case. */
  @Column({ name: 'email', type: 'text' })
  email: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'title', type: 'text', default: '' })
  title: string;

  @Column({ name: 'role', type: 'text' })
  role: UserRole;

  @Column({ name: 'time_zone', type: 'text', default: 'UTC' })
  timeZone: string;

  @Column({ name: 'language', type: 'text' })
  language: Language;

  /** Argon2id in PHC form; null: cannot sign in by password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ name: 'avatar_version', type: 'text', nullable: true })
  avatarVersion: string | null;

  @Column({ name: 'deactivated_at', type: 'timestamptz', nullable: true })
  deactivatedAt: Date | null;

  /** Both empty: none. */
  @Column({ name: 'status_emoji', type: 'text', default: '' })
  statusEmoji: string;

  @Column({ name: 'status_text', type: 'text', default: '' })
  statusText: string;

  @Column({ name: 'status_expires_at', type: 'timestamptz', nullable: true })
  statusExpiresAt: Date | null;

  @Column({ name: 'do_not_disturb_until', type: 'timestamptz', nullable: true })
  doNotDisturbUntil: Date | null;

  /** What differs from the defaults. */
  @Column({ name: 'preferences', type: 'jsonb', default: {} })
  preferences: Partial<Preferences>;

  /** Came into a meeting by a link: is nobody whom others look up. */
  @Column({ name: 'meeting_guest', type: 'boolean', default: false })
  meetingGuest: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
