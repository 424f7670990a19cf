import type { Language, User, UserRole } from '@parvis/contracts';

/** A row of `app_user` as `USER_COLUMNS` selects it: everything that others may see. */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  title: string;
  role: UserRole;
  time_zone: string;
  language: Language;
  avatar_version: string | null;
  deactivated_at: Date | null;
  status_emoji: string;
  status_text: string;
  status_expires_at: Date | null;
  do_not_disturb_until: Date | null;
}

export const USER_COLUMNS = 'id, name, email, title, role, time_zone, language, avatar_version, deactivated_at, status_emoji, status_text, status_expires_at, do_not_disturb_until';

export const toUser = (row: UserRow): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  title: row.title,
  role: row.role,
  timeZone: row.time_zone,
  language: row.language,
  avatarVersion: row.avatar_version,
  deactivatedAt: row.deactivated_at?.toISOString() ?? null,
  status: row.status_emoji === '' && row.status_text === ''
    ? null
    : { emoji: row.status_emoji, text: row.status_text, expiresAt: row.status_expires_at?.toISOString() ?? null },
  doNotDisturbUntil: row.do_not_disturb_until?.toISOString() ?? null,
});
