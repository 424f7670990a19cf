import type { Actor } from './actor.ts';

/** Turns a session token into its person. Used by REST and by the socket alike, so that neither has a check of its own. */
export abstract class SessionAuthenticator {
  /** Null when the token is unknown, expired or revoked, or the account deactivated. */
  abstract authenticate(token: string): Promise<Actor | null>;
}

export const SESSION_COOKIE = 'parvis-session';
export const SECURE_SESSION_COOKIE = '__Host-parvis-session';

/** The cookie's name: browsers accept the `__Host-` prefix only over https. */
export const sessionCookieName = (secure: boolean): string => (secure ? SECURE_SESSION_COOKIE : SESSION_COOKIE);
