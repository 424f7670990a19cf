import type { Presence } from '@parvis/contracts';
import { useMemo } from 'react';
import { usePresence, useWorkspace } from '../../sync/index.ts';
import { counterparts } from './conversation-title.ts';
import type { ListedChannel } from './order-conversations.ts';

/** Whether the other person of each direct conversation is there. */
export function useChatPresence(entries: readonly ListedChannel[]): (entry: ListedChannel) => Presence | undefined {
  const meId = useWorkspace((state) => state.me.id);
  const partners = useMemo(
    () => new Map(entries.flatMap(({ channel }) => (channel.kind === 'direct' ? [[channel.id, counterparts(channel, meId)[0] ?? meId] as const] : []))),
    [entries, meId],
  );
  const presence = usePresence([...partners.values()]);
  return ({ channel }) => {
    const partnerId = partners.get(channel.id);
    return partnerId === undefined ? undefined : presence[partnerId];
  };
}
