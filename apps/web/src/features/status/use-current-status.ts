import type { User } from '@parvis/contracts';
import { useRunning } from './use-running.ts';

/** What somebody says of themselves now: gone once it has ended, whatever the server last said. */
export function useCurrentStatus(user: User | undefined): NonNullable<User['status']> | null {
  const status = user?.status ?? null;
  return useRunning(status?.expiresAt ?? null) ? status : null;
}
