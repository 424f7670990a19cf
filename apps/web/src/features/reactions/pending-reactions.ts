import { create } from 'zustand';

/** Whether I want to have reacted with an emoji, while the server hasn't said so. */
type Wanted = ReadonlyMap<string, boolean>;

/** By message id. */
export const usePendingReactions = create<{ wanted: ReadonlyMap<string, Wanted> }>(() => ({ wanted: new Map() }));

const running = new Set<string>();

/**
 * Shows at once what is wanted, and tells the server until it has that: someone who changes their mind
 * while a request is on its way gets the last word. When a request fails, what the server has is shown again.
 */
export async function wantReaction(messageId: string, emoji: string, on: boolean, send: (on: boolean) => Promise<void>): Promise<void> {
  put(messageId, emoji, on);
  const key = `${messageId} ${emoji}`;
  if (running.has(key)) return;
  running.add(key);
  try {
    for (let sent: boolean | undefined; sent !== wanted(messageId, emoji);) {
      sent = wanted(messageId, emoji);
      if (sent !== undefined) await send(sent);
    }
  } finally {
    running.delete(key);
    put(messageId, emoji, undefined);
  }
}

const wanted = (messageId: string, emoji: string): boolean | undefined => usePendingReactions.getState().wanted.get(messageId)?.get(emoji);

function put(messageId: string, emoji: string, on: boolean | undefined): void {
  usePendingReactions.setState(({ wanted: before }) => {
    const all = new Map(before);
    const mine = new Map(before.get(messageId));
    if (on === undefined) mine.delete(emoji);
    else mine.set(emoji, on);
    if (mine.size === 0) all.delete(messageId);
    else all.set(messageId, mine);
    return { wanted: all };
  });
}
