import type { Channel } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { useMemo } from 'react';
import { useReceipts, useWorkspace } from '../../sync/index.ts';
import { lastRead } from './last-read.ts';

const nobody: ReadonlyMap<string, readonly string[]> = new Map();

/** Who read up to which of these messages: in direct and small group conversations, when I and the organisation want it. */
export function useLastRead(channel: Channel, messages: Parameters<typeof lastRead>[0]): ReadonlyMap<string, readonly string[]> {
  const allowed = useWorkspace((state) => state.organisation.readReceipts && state.preferences.readReceipts);
  const receipts = useReceipts(channel.id, allowed && channel.teamId === null && channel.memberCount <= LIMITS.receiptMembers);
  return useMemo(() => (Object.keys(receipts).length === 0 ? nobody : lastRead(messages, receipts)), [messages, receipts]);
}
