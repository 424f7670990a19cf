import { useCallback } from 'react';
import { api, ApiProblem } from './api.ts';
import { useSessionContext } from './session-context.ts';

/** Rejects with `NetworkFailure` when the server could not be told: the session would live on. */
export function useSignOut(): () => Promise<void> {
  const { session, onSignedOut } = useSessionContext();
  return useCallback(async () => {
    try {
      await api.call('signOut');
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'unauthenticated')) throw error;
    }
    await session?.forget();
    onSignedOut();
  }, [session, onSignedOut]);
}
