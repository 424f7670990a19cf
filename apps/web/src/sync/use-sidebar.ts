import type { Sidebar } from '@parvis/contracts';
import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from './session-context.ts';
import type { SidebarChange } from './sidebar-writer.ts';

/** My sections of conversations, with what I changed a moment ago. */
export function useSidebarSections(): Sidebar['sections'] {
  const { client, sidebar } = useSession();
  const subscribe = useCallback((listener: () => void) => {
    const stops = [client.subscribe(listener), sidebar.listeners.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, sidebar]);
  return useSyncExternalStore(subscribe, () => sidebar.sections);
}

/** Shown at once, on all my devices soon after. */
export function useChangeSidebar(): (change: SidebarChange) => void {
  const { sidebar } = useSession();
  return useCallback((change) => {
    sidebar.change(change);
  }, [sidebar]);
}
