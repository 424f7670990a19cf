import type { User } from '@parvis/contracts';

/** May do what the API's routes of access `admin` do. */
export const isAdmin = ({ role }: Pick<User, 'role'>): boolean => role === 'owner' || role === 'admin';
