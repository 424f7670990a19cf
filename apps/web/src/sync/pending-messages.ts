import type { ChannelWindow, Outbox, OutboxEntry, WindowScope } from '@parvis/client-sdk';
import type { PendingMessage } from './types.ts';

export const toPending = (outbox: Outbox, { order: _order, failed, ...entry }: OutboxEntry): PendingMessage => ({
  ...entry,
  status: failed !== null ? 'failed' : outbox.isSending(entry.clientId) ? 'sending' : 'queued',
  code: failed,
});

/** Those of a channel or thread that its window doesn't have; the array of before when nothing changed. */
export function pendingOf(
  outbox: Outbox,
  scope: WindowScope,
  window: ChannelWindow | undefined,
  before: readonly PendingMessage[] = [],
): readonly PendingMessage[] {
  const mine = outbox.entries.filter((entry) => isShownIn(scope, entry));
  if (mine.length === 0) return before.length === 0 ? before : [];
  const arrived = new Set(window?.messages.map((message) => message.clientId));
  const pending = mine.filter((entry) => !arrived.has(entry.clientId)).map((entry) => toPending(outbox, entry));
  return samePending(pending, before) ? before : pending;
}

function isShownIn({ channelId, threadId, replies }: WindowScope, { channelId: sentTo, extras }: OutboxEntry): boolean {
  if (sentTo !== channelId) return false;
  if (threadId !== null) return extras?.threadId === threadId;
  return extras?.threadId === undefined || extras.alsoInChannel === true || replies === 'include';
}

export function samePending(a: readonly PendingMessage[], b: readonly PendingMessage[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry.clientId === b[index]!.clientId && entry.status === b[index]!.status);
}
