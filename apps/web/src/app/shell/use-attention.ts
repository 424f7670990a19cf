import { useWorkspace } from '../../sync/index.ts';

/** What waits for me over all conversations: mentions and direct messages, capped at 100. */
export const useAttention = (): number =>
  useWorkspace(({ channels }) => {
    let total = 0;
    for (const { mentionCount } of Object.values(channels)) total += mentionCount;
    return Math.min(total, 100);
  });
