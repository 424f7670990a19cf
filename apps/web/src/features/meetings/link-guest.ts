import type { User } from '@parvis/contracts';

/** Somebody who came by a meeting's link: has no account, only this meeting and its conversation. */
export const isLinkGuest = ({ role, email }: Pick<User, 'role' | 'email'>): boolean => role === 'guest' && email.endsWith('@guest.invalid');
