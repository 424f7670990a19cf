import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { mayHaveUnsent } from './documents/unsent-flag.ts';
import { SessionContext } from './session-context.ts';
import { WorkspaceSession } from './workspace-session.ts';

export interface SyncProviderProps {
  /** Who is signed in: names the local database. */
  userId: string;
  /** Shown until there is a workspace, cached or fetched; `useConnectionState` works in it. */
  fallback: ReactNode;
  /** The session ended (elsewhere, or expired). Drafts and outbox stay on the device. */
  onSignedOut: () => void;
  children: ReactNode;
}

const noSubscription = () => () => undefined;

export function SyncProvider({ userId, fallback, onSignedOut, children }: SyncProviderProps): ReactNode {
  const session = useOpenSession(userId);
  const subscribe = useCallback((listener: () => void) => session?.client.subscribe(listener) ?? noSubscription(), [session]);
  const loaded = useSyncExternalStore(subscribe, () => session !== null && session.client.state !== null);
  const signedOut = useSyncExternalStore(subscribe, () => session?.client.status === 'signed-out');

  const latest = useRef(onSignedOut);
  useEffect(() => {
    latest.current = onSignedOut;
  }, [onSignedOut]);
  useEffect(() => {
    if (signedOut) latest.current();
  }, [signedOut]);

  const value = useMemo(() => ({ session, onSignedOut: () => { latest.current(); } }), [session]);
  return <SessionContext value={value}>{loaded ? children : fallback}</SessionContext>;
}

function useOpenSession(userId: string): WorkspaceSession | null {
  const [session, setSession] = useState<WorkspaceSession | null>(null);
  useEffect(() => {
    let left = false;
    let opened: WorkspaceSession | null = null;
    void WorkspaceSession.open(userId).then((ready) => {
      if (left) {
        ready.stop();
        return;
      }
      opened = ready;
      setSession(ready);
      if (mayHaveUnsent(userId)) void sendLeftDocuments(ready);
    });
    return () => {
      left = true;
      opened?.stop();
      setSession(null);
    };
  }, [userId]);
  return session;
}

/** What was written in documents offline, by pages that are gone. */
async function sendLeftDocuments(session: WorkspaceSession): Promise<void> {
  const { documentsOf } = await import('./documents/index.ts');
  if (!session.stopping.aborted) await documentsOf(session).sendLeft();
}
