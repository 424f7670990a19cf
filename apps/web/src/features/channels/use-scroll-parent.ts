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
    if (!current) return;
    parent.current = scrollParentOf(current);
    const place = current.getBoundingClientRect().top - parent.current.getBoundingClientRect().top + parent.current.scrollTop;
    setAbove(Math.round(place));
  });
  return { parent, above: above ?? 0, ready: above !== null };
}

function scrollParentOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
