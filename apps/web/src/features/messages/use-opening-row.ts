import { type RefObject, useEffect, useRef } from 'react';
import type { VirtualizerHandle } from 'virtua';

/** Above a row that stands at the top, so much of what is before it is seen, in pixels. */
const SEEN_BEFORE = 96;
/** The list gives up waiting for the size of rows after 150 ms: on a slow device it is asked again, in milliseconds. */
const SETTLED = 200;

/** Where the list is when it opens. */
export type ListStart = { at: 'end' } | { at: 'row'; index: number; align: 'start' | 'center' };

interface OpeningRowOptions {
  list: RefObject<VirtualizerHandle | null>;
  start: ListStart;
  /** Key of the row that the list opens at; null: at its end. */
  firstKey: string | null;
  items: readonly { key: string }[];
}

/** Keeps the row that a list opens at in its place while rows around it get their size, until somebody moves the list. */
export function useOpeningRow({ list, start, firstKey, items }: OpeningRowOptions) {
  const key = useRef(firstKey);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = useRef(items);
  current.current = items;
  useEffect(() => () => clearTimeout(timer.current), []);

  const open = () => {
    const index = current.current.findIndex((item) => item.key === key.current);
    if (start.at !== 'row' || index === -1) return;
    list.current?.scrollToIndex(index, { align: start.align, offset: start.align === 'start' ? -SEEN_BEFORE : 0 });
  };
  return {
    open,
    /** Rows or the viewport changed size. */
    onResize: () => {
      if (key.current === null) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (key.current !== null) open();
      }, SETTLED);
    },
    /** Somebody moves the list. */
    letGo: () => {
      key.current = null;
    },
  };
}
