import type { Message } from '@parvis/contracts';
import type { PendingMessage } from '../../sync/index.ts';

/** A message as the list shows it: confirmed, or mine on its way. */
export interface ListedMessage extends Message {
  /** Where it is on its way to the server; undefined once confirmed. */
  delivery?: PendingMessage;
}

const echoes = new WeakMap<PendingMessage, ListedMessage>();

/** The local echo of a message of mine. The same object for the same input, so that its row is not drawn again. */
export function localEcho(pending: PendingMessage, meId: string): ListedMessage {
  const known = echoes.get(pending);
  if (known?.authorId === meId) return known;
  const echo: ListedMessage = {
    id: pending.clientId,
    channelId: pending.channelId,
    authorId: meId,
    text: pending.text,
    ...pending.echo,
    ...(pending.extras?.threadId !== undefined && { threadId: pending.extras.threadId }),
    ...(pending.extras?.style && { style: pending.extras.style }),
    // After everything that is confirmed.
    seq: Number.MAX_SAFE_INTEGER,
    version: 0,
    clientId: pending.clientId,
    createdAt: pending.createdAt,
    editedAt: null,
    deletedAt: null,
    mentions: { userIds: [], everyone: false },
    delivery: pending,
  };
  echoes.set(pending, echo);
  return echo;
}
