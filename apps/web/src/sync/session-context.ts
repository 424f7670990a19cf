import { createContext, useContext } from 'react';
import type { WorkspaceSession } from './workspace-session.ts';

export interface SessionContextValue {
  /** Null while the device's own data is being read. */
  session: WorkspaceSession | null;
  onSignedOut: () => void;
}

export const SessionContext = createContext<SessionContextValue | null>(null);

export function useSessionContext(): SessionContextValue {
  const value = useContext(SessionContext);
  if (value === null) throw new Error('there is no <SyncProvider> around this');
  return value;
}

export function useSession(): WorkspaceSession {
  const { session } = useSessionContext();
  if (session === null) throw new Error('there is no workspace yet: this belongs into the children of <SyncProvider>');
  return session;
}
