import type { Message, StreamEvent } from '@parvis/contracts';
import { withReaction } from './reactions.ts';
import type { ChannelWindow } from './workspace-state.ts';

/** Index of the first message with at least this seq. */
function indexOf(messages: readonly Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function findInWindow(window: ChannelWindow | undefined, message: Pick<Message, 'id' | 'seq'>): Message | undefined {
  const found = window?.messages[indexOf(window.messages, message.seq)];
  return found?.id === message.id ? found : undefined;
}

/** Puts a newer version in its place; `insert`: also one that isn't there yet. */
export function putMessage(window: ChannelWindow, message: Message, insert: boolean): ChannelWindow {
  const { messages } = window;
  const at = indexOf(messages, message.seq);
  const existing = messages[at];
  if (existing?.seq === message.seq) {
    return message.version > existing.version ? { ...window, messages: messages.with(at, message) } : window;
  }
  return insert ? { ...window, messages: messages.toSpliced(at, 0, message) } : window;
}

/** Brings a window up to date by an event of its channel. Applying it twice changes nothing. */
export function windowAfter(window: ChannelWindow, event: StreamEvent): ChannelWindow {
  switch (event.type) {
    case 'message.created':
      return putMessage(window, event.payload.message, window.after === null && !window.stale);
    case 'message.edited':
    case 'message.deleted':
    case 'message.updated':
      return putMessage(window, event.payload.message, false);
    case 'message.reaction_added':
    case 'message.reaction_removed': {
      const { messageId, messageSeq } = event.payload;
      const existing = findInWindow(window, { id: messageId, seq: messageSeq });
      return existing === undefined ? window : putMessage(window, withReaction(existing, event), false);
    }
    default:
      return window;
  }
}

/** Both in order, the newer version of those in both. */
export function mergeMessages(a: readonly Message[], b: readonly Message[]): readonly Message[] {
  const bySeq = new Map<number, Message>();
  for (const message of [...a, ...b]) {
    const existing = bySeq.get(message.seq);
    if (existing === undefined || message.version > existing.version) bySeq.set(message.seq, message);
  }
  return [...bySeq.values()].sort((x, y) => x.seq - y.seq);
}
