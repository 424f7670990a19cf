import type { ReactNode } from 'react';

export interface SyncProviderProps {
  /** Who is signed in: names the local database. */
  userId: string;
  /** Shown until there is a workspace, cached or fetched; `useConnectionState` works in it. */
  fallback: ReactNode;
  /** The session ended (elsewhere, or expired). Drafts and outbox stay on the device. */
  onSignedOut: () => void;
  children: ReactNode;
}

export function SyncProvider(_props: SyncProviderProps): ReactNode {
  throw new Error('not there yet');
}
