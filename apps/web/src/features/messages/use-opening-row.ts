import { type RefObject, useRef } from 'react';
import type { VirtualizerHandle } from 'virtua';

/** Above a row that stands at the top, so much of what is before it is seen, in pixels. */
const SEEN_BEFORE = 96;
/** Further from where the row belongs, in pixels, the list was moved by somebody, not by us nor by rounding. */
const MOVED = 64;

/** Where the list is when it opens. */
export type ListStart = { at: 'end' } | { at: 'row'; index: number; align: 'start' | 'center' };

interface OpeningRowOptions {
  list: RefObject<VirtualizerHandle | null>;
  scroller: RefObject<HTMLElement | null>;
  start: ListStart;
  /** Key of the row that the list opens at; null: at its end. */
  firstKey: string | null;
  items: readonly { key: string }[];
}

/**
 * Keeps the row that a list opens at in its place while rows around it get their size, until somebody
 * moves the list: with the wheel, a finger or a key, or with what shows in nothing but the list's place (a
 * search in the page, a screen reader). Not by the list's own `scrollToIndex`, which nothing can stop
 * while sizes come in: it would go back there from wherever one scrolled.
 */
export function useOpeningRow({ list, scroller, start, firstKey, items }: OpeningRowOptions) {
  const key = useRef(firstKey);
  const current = useRef(items);
  current.current = items;

  /** The `scrollTop` at which the row is in its place; null without one, or in a list that is hidden for a moment. */
  const place = (): number | null => {
    const handle = list.current;
    const frame = scroller.current;
    if (start.at !== 'row' || key.current === null || !handle || !frame || frame.clientHeight === 0) return null;
    const index = current.current.findIndex((item) => item.key === key.current);
    if (index === -1) return null;
    const before = start.align === 'start' ? SEEN_BEFORE : (frame.clientHeight - handle.getItemSize(index)) / 2;
    return Math.max(0, Math.min(handle.getItemOffset(index) - before, frame.scrollHeight - frame.clientHeight));
  };
  const open = () => {
    const top = place();
    if (top !== null) scroller.current?.scrollTo({ top });
  };
  return {
    open,
    onScroll: (offset: number) => {
      const top = place();
      if (top !== null && Math.abs(offset - top) > MOVED) key.current = null;
    },
    /** Somebody moves the list. */
    letGo: () => {
      key.current = null;
    },
  };
}
