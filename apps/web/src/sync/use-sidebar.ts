import type { NotificationLevel, Sidebar } from '@parvis/contracts';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
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

interface MembershipChange {
  muted?: boolean;
  notifications?: NotificationLevel;
}

/** Mutes a conversation, or says what I am told of it. Shown at once; taken back when it is refused, which rejects. */
export function useUpdateMembership(): (channelId: string, change: MembershipChange) => Promise<void> {
  const { client } = useSession();
  return useMemo(() => async (channelId, change) => {
    const before = client.state?.channels[channelId]?.membership;
    const write = ({ muted, notifications }: MembershipChange) => {
      client.update((state) => {
        const entry = state.channels[channelId];
        if (entry === undefined) return state;
        const membership = { ...entry.membership, ...(muted !== undefined && { muted }), ...(notifications !== undefined && { notifications }) };
        return { ...state, channels: { ...state.channels, [channelId]: { ...entry, membership } } };
      });
    };
    write(change);
    try {
      await client.api.call('updateMembership', { params: { id: channelId }, body: change });
    } catch (error) {
      if (before !== undefined) write({ muted: before.muted, notifications: before.notifications });
      throw error;
    }
  }, [client]);
}
