import type { ChannelWindow, Outbox, OutboxEntry } from '@parvis/client-sdk';
import type { PendingMessage } from './types.ts';

export const toPending = (outbox: Outbox, { order: _order, failed, ...entry }: OutboxEntry): PendingMessage => ({
  ...entry,
  status: failed !== null ? 'failed' : outbox.isSending(entry.clientId) ? 'sending' : 'queued',
  code: failed,
});

/** Those of a channel that its window doesn't have; the array of before when nothing changed. */
export function pendingOf(
  outbox: Outbox,
  channelId: string,
  window: ChannelWindow | undefined,
  before: readonly PendingMessage[] = [],
): readonly PendingMessage[] {
  const mine = outbox.entries.filter((entry) => entry.channelId === channelId && (entry.extras?.threadId === undefined || entry.extras.alsoInChannel === true));
  if (mine.length === 0) return before.length === 0 ? before : [];
  const arrived = new Set(window?.messages.map((message) => message.clientId));
  const pending = mine.filter((entry) => !arrived.has(entry.clientId)).map((entry) => toPending(outbox, entry));
  return samePending(pending, before) ? before : pending;
}

export function samePending(a: readonly PendingMessage[], b: readonly PendingMessage[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry.clientId === b[index]!.clientId && entry.status === b[index]!.status);
}
