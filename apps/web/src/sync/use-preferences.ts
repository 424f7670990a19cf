import type { Preferences } from '@parvis/contracts';
import { useCallback } from 'react';
import { useSession } from './session-context.ts';
import { useWorkspace } from './use-workspace.ts';

/** My preferences, and how to change some: shown at once, taken back when the server refuses. */
export function usePreferences(): [Preferences, (changes: Partial<Preferences>) => Promise<void>] {
  const { client } = useSession();
  const preferences = useWorkspace((state) => state.preferences);
  const change = useCallback(async (changes: Partial<Preferences>) => {
    const before = client.state?.preferences;
    client.update((state) => ({ ...state, preferences: { ...state.preferences, ...changes } }));
    try {
      const stored = await client.api.call('updatePreferences', { body: changes });
      client.update((state) => ({ ...state, preferences: stored }));
    } catch (error) {
      if (before !== undefined) client.update((state) => ({ ...state, preferences: before }));
      throw error;
    }
  }, [client]);
  return [preferences, change];
}
