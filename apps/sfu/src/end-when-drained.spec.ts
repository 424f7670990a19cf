import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endWhenDrained } from './end-when-drained.ts';
import type { MediaHost } from './media-host.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function draining() {
  const rooms = { count: 2 };
  const connections = new Set([{}]);
  const end = vi.fn();
  endWhenDrained({ rooms, connections } as unknown as MediaHost, 50_000, end);
  return { rooms, connections, end };
}

it('stays while there are rooms that somebody may move', () => {
  const { rooms, end } = draining();
  vi.advanceTimersByTime(49_000);
  expect(end).not.toHaveBeenCalled();
  rooms.count = 0;
  vi.advanceTimersByTime(250);
  expect(end).toHaveBeenCalledOnce();
});

it('ends when its patience is over', () => {
  const { end } = draining();
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledOnce();
});

it('ends when no server is there any more', () => {
  const { connections, end } = draining();
  connections.clear();
  vi.advanceTimersByTime(250);
  expect(end).toHaveBeenCalledOnce();
});
