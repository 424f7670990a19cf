import { useCallback } from 'react';
import { mayHaveUnsent } from './documents/unsent-flag.ts';
import { useSession } from './session-context.ts';

/** Whether something that was written here is on this device alone: signing out removes it. */
export function useHasUnsent(): () => boolean {
  const session = useSession();
  return useCallback(() => session.outbox.entries.length > 0 || mayHaveUnsent(session.userId), [session]);
}
