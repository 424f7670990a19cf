import type { Invitation } from '@parvis/contracts';

export interface InvitationRow {
  id: string;
  email: string | null;
  role: 'admin' | 'member' | 'guest';
  team_ids: string[];
  channel_ids: string[];
  created_by: string;
  created_at: Date;
  expires_at: Date;
  accepted_count: number;
}

export const INVITATION_COLUMNS = 'id, email, role, team_ids, channel_ids, created_by, created_at, expires_at, accepted_count';

/**
 * Whether it still opens the door: in time, not used up, and made by somebody who could make it
 * today. An admin who left must not come back by a link they kept.
 */
export const IS_OPEN = `expires_at > now() AND (email IS NULL OR accepted_count = 0) AND EXISTS (
  SELECT 1 FROM app_user WHERE app_user.id = created_by AND deactivated_at IS NULL AND app_user.role IN ('owner', 'admin'))`;

export const toInvitation = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  teamIds: row.team_ids,
  channelIds: row.channel_ids,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  acceptedCount: row.accepted_count,
});
