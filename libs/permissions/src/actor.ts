import type { UserRole } from '@parvis/contracts';

/** Who acts, as far as permissions go: everything else is in the resource. */
export interface PermissionActor {
  readonly role: UserRole;
}

/** Owners and admins run the organisation. */
export const isAdmin = (actor: PermissionActor): boolean => actor.role === 'owner' || actor.role === 'admin';
/** Outside people see only what they were brought into. */
export const isGuest = (actor: PermissionActor): boolean => actor.role === 'guest';
