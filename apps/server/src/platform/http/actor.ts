import type { UserRole } from '@parvis/contracts';

/** The signed-in person that a request or a socket speaks for. */
export interface Actor {
  readonly userId: string;
  readonly sessionId: string;
  readonly role: UserRole;
}
