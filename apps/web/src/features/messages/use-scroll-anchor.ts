import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

/** Within this many pixels of the end, the list follows what arrives. */
const NEAR_END = 48;
/** The list gives up waiting for the size of rows after 150 ms: on a slow device it is asked again, in milliseconds. */
const SETTLED = 200;

interface AnchoredList {
  lastIndex: number;
  startAtEnd: boolean;
  /** Nothing newer is to be loaded. */
  live: boolean;
}

interface ScrollAnchor {
  /** The list is at its end and follows it. */
  atEnd: boolean;
  scrollToEnd: () => void;
  onScroll: (offset: number) => void;
  /** Rows or the viewport changed size. */
  onResize: () => void;
}

/**
 * Follows the end of the list until the person scrolls up. Only a scroll upwards lets go: content
 * that grows below (an image, a preview, the keyboard of a phone) never does, nor does a list that
 * is moved up because rows turn out smaller than they were taken for. The end of what is loaded, where
 * newer rows are still to come (not `live`), is no end: whoever reads on there would be taken past them.
 */
export function useScrollAnchor(list: RefObject<VirtualizerHandle | null>, { lastIndex, startAtEnd, live }: AnchoredList): ScrollAnchor {
  const [atEnd, setAtEnd] = useState(startAtEnd);
  const following = useRef(startAtEnd);
  const lastOffset = useRef(0);
  const lastSize = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const last = useRef(lastIndex);
  last.current = lastIndex;
  const isLive = useRef(live);
  isLive.current = live;

  const follow = useCallback((value: boolean) => {
    following.current = value;
    setAtEnd(value);
  }, []);
  const scrollToEnd = useCallback(() => {
    follow(true);
    list.current?.scrollToIndex(last.current, { align: 'end' });
  }, [follow, list]);
  const onScroll = useCallback((offset: number) => {
    const handle = list.current;
    // A list that is hidden for a moment loses its place: nobody scrolled it.
    if (!handle || handle.viewportSize === 0) return;
    const distance = handle.scrollSize - handle.viewportSize - offset;
    if (distance <= NEAR_END && isLive.current) follow(true);
    else if (distance <= NEAR_END) setAtEnd(true);
    // Further up than rows that turned out smaller can have moved it.
    else if (lastOffset.current - offset > Math.max(0, lastSize.current - handle.scrollSize)) follow(false);
    else if (!following.current) setAtEnd(false);
    lastOffset.current = offset;
    lastSize.current = handle.scrollSize;
  }, [follow, list]);
  const onResize = useCallback(() => {
    const handle = list.current;
    if (!handle || handle.viewportSize === 0) return;
    // What fits whole is never scrolled.
    if (!following.current || !isLive.current) return setAtEnd(handle.scrollSize - handle.viewportSize - handle.scrollOffset <= NEAR_END);
    const toEnd = () => {
      if (following.current && isLive.current) list.current?.scrollToIndex(last.current, { align: 'end' });
    };
    toEnd();
    clearTimeout(timer.current);
    timer.current = setTimeout(toEnd, SETTLED);
  }, [list]);
  return { atEnd, scrollToEnd, onScroll, onResize };
}
