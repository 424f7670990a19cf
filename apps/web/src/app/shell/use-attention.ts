import { useWorkspace, type WorkspaceState } from '../../sync/index.ts';

/** `teams`: channels of teams. `chats`: direct and group conversations. */
export type AttentionScope = 'all' | 'chats' | 'teams';

/** What waits for me there: mentions and direct messages, in conversations and in threads that I follow, capped at 100; muted conversations don't count. */
export const useAttention = (scope: AttentionScope = 'all'): number => useWorkspace((state) => waitingIn(state, scope));

export function waitingIn({ channels, threads }: Pick<WorkspaceState, 'channels' | 'threads'>, scope: AttentionScope): number {
  const counts = (channelId: string): boolean => {
    const entry = channels[channelId];
    return entry !== undefined && !entry.membership.muted && (scope === 'all' || (scope === 'teams') === (entry.channel.teamId !== null));
  };
  let total = 0;
  for (const { channel, mentionCount } of Object.values(channels)) if (counts(channel.id)) total += mentionCount;
  // A reply that is also in the conversation waits for me there.
  for (const { channelId, onlyHereCount } of Object.values(threads)) if (counts(channelId)) total += onlyHereCount;
  return Math.min(total, 100);
}
