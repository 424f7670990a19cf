import { tickTask } from '@parvis/rich-text';
import { create } from 'zustand';

type Ticks = ReadonlyMap<number, boolean>;

/** Boxes that I ticked, by message and index, while the server hasn't answered. */
export const usePendingTicks = create<{ ticks: ReadonlyMap<string, Ticks> }>(() => ({ ticks: new Map() }));

const running = new Map<string, Promise<void>>();

/** Shows it at once, and tells the server until it has what was wanted last; when a request fails, as it was. */
export async function withTick(messageId: string, index: number, done: boolean, send: (done: boolean) => Promise<void>): Promise<void> {
  put(messageId, index, done);
  const key = `${messageId} ${index}`;
  const told = running.get(key) ?? tell(messageId, index, send).finally(() => {
    running.delete(key);
    put(messageId, index, undefined);
  });
  running.set(key, told);
  await told;
}

async function tell(messageId: string, index: number, send: (done: boolean) => Promise<void>): Promise<void> {
  const wanted = () => usePendingTicks.getState().ticks.get(messageId)?.get(index);
  for (let sent: boolean | undefined; sent !== wanted();) {
    sent = wanted();
    if (sent !== undefined) await send(sent);
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
