import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface ScrollPlace {
  /** What scrolls the element; null until it is there. */
  parent: RefObject<HTMLElement | null>;
  /** Pixels of other things above it in there. */
  above: number;
  ready: boolean;
}

/** Where a long list stands that is scrolled by something around it. */
export function useScrollParent(element: RefObject<HTMLElement | null>): ScrollPlace {
  const parent = useRef<HTMLElement>(null);
  const [above, setAbove] = useState<number | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const scroller = scrollParentOf(current);
    parent.current = scroller;
    const measure = () => setAbove(Math.round(current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop));
    measure();
    // What stands above it may grow, and what it stands in then does too.
    const observer = new ResizeObserver(measure);
    if (current.parentElement) observer.observe(current.parentElement);
    return () => observer.disconnect();
  }, [element]);
  return { parent, above: above ?? 0, ready: above !== null };
}

function scrollParentOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
