import { useCallback, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

/** Within this many pixels of the end, the list follows what arrives. */
const NEAR_END = 48;

interface AnchoredList {
  list: RefObject<VirtualizerHandle | null>;
  scroller: RefObject<HTMLElement | null>;
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
export function useScrollAnchor({ list, scroller, startAtEnd, live }: AnchoredList): ScrollAnchor {
  const [atEnd, setAtEnd] = useState(startAtEnd);
  const following = useRef(startAtEnd);
  const lastOffset = useRef(0);
  const lastSize = useRef(0);
  const isLive = useRef(live);
  isLive.current = live;

  const follow = useCallback((value: boolean) => {
    following.current = value;
    setAtEnd(value);
  }, []);
  // Not by the list's own `scrollToIndex`, which nothing can stop while rows get their size.
  const toEnd = useCallback(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }), [scroller]);
  const scrollToEnd = useCallback(() => {
    follow(true);
    toEnd();
  }, [follow, toEnd]);
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
    toEnd();
  }, [list, toEnd]);
  return { atEnd, scrollToEnd, onScroll, onResize };
}
