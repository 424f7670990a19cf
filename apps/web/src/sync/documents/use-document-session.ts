import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../session-context.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type { DocumentSession } from './document-session.ts';
import type { DocumentSessionState } from './document-session-state.ts';
import { Documents } from './documents.ts';

const all = new WeakMap<WorkspaceSession, Documents>();

export function documentsOf(session: WorkspaceSession): Documents {
  const known = all.get(session);
  if (known !== undefined) return known;
  const made = new Documents(session.userId, session.client, session.stopping);
  window.addEventListener('beforeunload', (event) => { if (made.wouldLose) event.preventDefault(); }, { signal: session.stopping });
  all.set(session, made);
  return made;
}

/** Those of whoever is signed in. */
export const useDocuments = (): Documents => documentsOf(useSession());

/** Keeps a document open while it is shown. Null before the first effect, and at once for another document. */
export function useDocumentSession(documentId: string): DocumentSession | null {
  const workspace = useSession();
  const [session, setSession] = useState<DocumentSession | null>(null);
  useEffect(() => {
    const documents = documentsOf(workspace);
    setSession(documents.open(documentId));
    return () => {
      documents.release(documentId);
      setSession(null);
    };
  }, [workspace, documentId]);
  return session?.documentId === documentId ? session : null;
}

export const useDocumentState = (session: DocumentSession): DocumentSessionState => useSyncExternalStore(session.listeners.subscribe, () => session.state);
