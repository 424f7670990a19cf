import type { StreamEvent } from '@parvis/contracts';
import type { StreamPosition } from './workspace-state.ts';

/** Events kept per stream, to bring an older page or snapshot up to date. */
const RETAINED = 500;
/** Events kept after a gap; those beyond come again with the gap's repair. */
const BUFFERED = 500;

export const startAt = (cursor: number, target = cursor): StreamPosition => ({
  cursor, target, buffered: [], retained: [], retainedFrom: cursor,
});

export const isBehind = (position: StreamPosition): boolean => position.target > position.cursor;

/** Takes an event in; `ready` are those that may be applied now, in order. */
export function receive(position: StreamPosition, event: StreamEvent): { position: StreamPosition; ready: readonly StreamEvent[] } {
  if (event.seq <= position.cursor) return { position, ready: [] };
  if (event.seq > position.cursor + 1) return { position: hold(position, event), ready: [] };
  return advance(position, [event]);
}

/** After the cursor was set anew: drops what it covers and applies what follows it. */
export function settle(position: StreamPosition): { position: StreamPosition; ready: readonly StreamEvent[] } {
  return advance(position, []);
}

function hold(position: StreamPosition, event: StreamEvent): StreamPosition {
  const target = Math.max(position.target, event.seq);
  const { buffered } = position;
  if (buffered.some((held) => held.seq === event.seq) || buffered.length >= BUFFERED) {
    return target === position.target ? position : { ...position, target };
  }
  return { ...position, target, buffered: [...buffered, event].sort((a, b) => a.seq - b.seq) };
}

function advance(position: StreamPosition, first: readonly StreamEvent[]): { position: StreamPosition; ready: readonly StreamEvent[] } {
  const ready = [...first];
  let cursor = position.cursor + first.length;
  const buffered: StreamEvent[] = [];
  for (const event of position.buffered) {
    if (event.seq <= cursor) continue;
    if (event.seq === cursor + 1) {
      ready.push(event);
      cursor = event.seq;
    } else {
      buffered.push(event);
    }
  }
  const retained = [...position.retained, ...ready];
  const surplus = Math.max(0, retained.length - RETAINED);
  return {
    ready,
    position: {
      cursor,
      target: Math.max(position.target, cursor),
      buffered,
      retained: surplus === 0 ? retained : retained.slice(surplus),
      retainedFrom: surplus === 0 ? position.retainedFrom : retained[surplus - 1]!.seq,
    },
  };
}

/** The events applied after `head`; null when some of them are no longer kept. */
export function since(position: StreamPosition, head: number): readonly StreamEvent[] | null {
  if (head < position.retainedFrom) return null;
  return position.retained.filter((event) => event.seq > head);
}
