import type { Message, StreamEvent } from '@parvis/contracts';
import type { EntityManager } from 'typeorm';
import { readMessages } from '../messages/index.ts';

/** Whether the log may say what messages said before, to everybody who reads it. */
export async function isHistoryOpen(manager: EntityManager): Promise<boolean> {
  const [organisation] = await manager.query<{ open: boolean }[]>(`SELECT edit_history = 'everyone' AS open FROM organisation`);
  return organisation?.open ?? false;
}

/**
 * Events of a channel that say of edited messages, and of quotes of such, only what these say now: the
 * log is no way around who may see their history. Whoever applies them all ends with the same.
 */
export async function withoutFormerWords(manager: EntityManager, events: StreamEvent[]): Promise<StreamEvent[]> {
  const ids = [...new Set(events.flatMap((event) => messageIn(event)?.id ?? []))];
  if (ids.length === 0) return events;
  const edited = await manager.query<{ id: string }[]>(
    `SELECT message.id FROM message LEFT JOIN message quoted ON quoted.id = message.quoted_message_id
     WHERE message.id = ANY($1) AND (message.edited_at IS NOT NULL OR quoted.edited_at IS NOT NULL)`,
    [ids],
  );
  const now = new Map((await readMessages(manager, { ids: edited.map(({ id }) => id) })).map((message) => [message.id, message]));
  return events.map((event) => {
    const then = messageIn(event);
    const current = then && now.get(then.id);
    if (!current) return event;
    const message: Message = { ...then, text: current.text, ...(then.quote && current.quote ? { quote: current.quote } : {}) };
    return { ...event, payload: { ...event.payload, message } } as StreamEvent;
  });
}

const messageIn = ({ payload }: StreamEvent): Message | undefined => ('message' in payload ? payload.message : undefined);
