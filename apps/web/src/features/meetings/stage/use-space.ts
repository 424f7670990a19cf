import { useCallback, useState } from 'react';

export interface Space {
  readonly width: number;
  readonly height: number;
}

/** The room inside an element, in pixels: give it the returned ref. */
export function useSpace(): [ref: (element: HTMLElement | null) => (() => void) | undefined, space: Space] {
  const [space, setSpace] = useState<Space>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSpace({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, space];
}
