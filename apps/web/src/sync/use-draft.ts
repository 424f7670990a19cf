import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from './session-context.ts';
import type { Draft } from './types.ts';

/** One draft per conversation (`key`: a channel id), kept on this device. */
export function useDraft(key: string): Draft {
  const { drafts } = useSession();
  const text = useSyncExternalStore(drafts.listeners.subscribe, () => drafts.get(key));
  const setText = useCallback((next: string) => {
    drafts.set(key, next);
  }, [drafts, key]);
  return { text, loaded: true, setText };
}

/** Conversations with a draft, for the pencil in the sidebar. */
export function useDraftChannelIds(): ReadonlySet<string> {
  const { drafts } = useSession();
  return useSyncExternalStore(drafts.listeners.subscribe, () => drafts.keys);
}
