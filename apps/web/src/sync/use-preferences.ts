import type { Preferences } from '@parvis/contracts';
import { useCallback } from 'react';
import type { Choices } from './presses.ts';
import { useSession } from './session-context.ts';
import { useWorkspace } from './use-workspace.ts';

const mine: Choices<Preferences> = { key: 'preferences', read: ({ preferences }) => preferences, write: (state, preferences) => ({ ...state, preferences }) };

/** My preferences, and how to change some: shown at once, taken back when the server refuses. */
export function usePreferences(): [Preferences, (changes: Partial<Preferences>) => Promise<void>] {
  const { client, presses } = useSession();
  const preferences = useWorkspace((state) => state.preferences);
  const change = useCallback(
    (changes: Partial<Preferences>) => presses.press(mine, changes, (body) => client.api.call('updatePreferences', { body }, { keepalive: true })),
    [client, presses],
  );
  return [preferences, change];
}
