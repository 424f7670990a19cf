import type { WorkspaceState } from '@parvis/client-sdk';
import type { StreamEvent } from '@parvis/contracts';
import { useEffect, useEffectEvent } from 'react';
import { useSession } from './session-context.ts';

/** Calls `onEvent` with what happens in my streams, after it is in the state; one may come more than once. */
export function useWorkspaceEvents(onEvent: (event: StreamEvent, state: WorkspaceState) => void): void {
  const { client } = useSession();
  const tell = useEffectEvent(onEvent);
  useEffect(() => client.onEvent((event) => {
    if (client.state !== null) tell(event, client.state);
  }), [client]);
}

/** Whether somebody reads this page right now: asked when it matters, not followed. */
export function useIsReading(): () => boolean {
  const { attention } = useSession();
  return () => attention.isReading;
}
