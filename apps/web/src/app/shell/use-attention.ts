import { useWorkspace } from '../../sync/index.ts';

/** `teams`: channels of teams. `chats`: direct and group conversations. */
export type AttentionScope = 'all' | 'chats' | 'teams';

/** What waits for me there: mentions and direct messages, capped at 100; muted conversations don't count. */
export const useAttention = (scope: AttentionScope = 'all'): number =>
  useWorkspace(({ channels }) => {
    let total = 0;
    for (const { channel, membership, mentionCount } of Object.values(channels)) {
      if (!membership.muted && (scope === 'all' || (scope === 'teams') === (channel.teamId !== null))) total += mentionCount;
    }
    return Math.min(total, 100);
  });
