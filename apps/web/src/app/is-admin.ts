import type { User } from '@parvis/contracts';

/** May do what the API's routes of access `admin` do. */
export const isAdmin = ({ role }: Pick<User, 'role'>): boolean => role === 'owner' || role === 'admin';

/** An outside person: sees only what they were brought into, and makes nothing for others. */
export const isGuest = ({ role }: Pick<User, 'role'>): boolean => role === 'guest';

/** Somebody who came by a meeting's link: has no account, only this meeting and its conversation. */
export const isLinkGuest = ({ role, email }: Pick<User, 'role' | 'email'>): boolean => role === 'guest' && email.endsWith('@guest.invalid');
