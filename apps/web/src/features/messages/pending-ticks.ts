import { tickTask } from '@parvis/rich-text';
import { create } from 'zustand';

type Ticks = ReadonlyMap<number, boolean>;

/** Boxes that I ticked, by message and index, while the server hasn't answered. */
export const usePendingTicks = create<{ ticks: ReadonlyMap<string, Ticks> }>(() => ({ ticks: new Map() }));

/** Shows it at once; when the request fails, as it was. */
export async function withTick(messageId: string, index: number, done: boolean, send: () => Promise<void>): Promise<void> {
  put(messageId, index, done);
  try {
    await send();
  } finally {
    put(messageId, index, undefined);
  }
}

function put(messageId: string, index: number, done: boolean | undefined): void {
  usePendingTicks.setState(({ ticks: before }) => {
    const ticks = new Map(before);
    const mine = new Map(before.get(messageId));
    if (done === undefined) mine.delete(index);
    else mine.set(index, done);
    if (mine.size === 0) ticks.delete(messageId);
    else ticks.set(messageId, mine);
    return { ticks };
  });
}

export function withPendingTicks(text: string, ticks: Ticks | undefined): string {
  let shown = text;
  for (const [index, done] of ticks ?? []) shown = tickTask(shown, index, done) ?? shown;
  return shown;
}
