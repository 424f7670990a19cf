import type { UserRole } from '@parvis/contracts';
import { isAdmin, isGuest } from './actor.ts';
import type { PermissionActor } from './actor.ts';

/** Another person's account, or the actor's own. */
export interface AccountPlace {
  readonly role: UserRole;
  readonly self: boolean;
}

/** A role that an account is about to get. */
export interface RoleChange extends AccountPlace {
  readonly to: UserRole;
}

/** Admins run every account but those of owners, or they could make themselves owners. */
const outranks = (actor: PermissionActor, role: UserRole) => actor.role === 'owner' || (isAdmin(actor) && role !== 'owner');

/** Each rule reads: the actor can do this when … */
export const accountRules = {
  'organisation.update': (actor: PermissionActor) => isAdmin(actor),
  /** Guests see themselves and the people whom they meet in a conversation. */
  'user.see': (actor: PermissionActor, { self, shareChannel }: { readonly self: boolean; readonly shareChannel: boolean }) =>
    !isGuest(actor) || self || shareChannel,
  'user.set_role': (actor: PermissionActor, { role, to }: RoleChange) => outranks(actor, role) && outranks(actor, to),
  'user.set_active': (actor: PermissionActor, { role, self }: AccountPlace) => !self && outranks(actor, role),
  /** Not one's own: a stolen session would get round the current password. */
  'user.make_reset_link': (actor: PermissionActor, { role, self }: AccountPlace) => !self && outranks(actor, role),
  'invitation.list': (actor: PermissionActor) => isAdmin(actor),
  'invitation.create': (actor: PermissionActor, { role }: { readonly role: UserRole }) => isAdmin(actor) && outranks(actor, role),
  'invitation.withdraw': (actor: PermissionActor) => isAdmin(actor),
} as const;
