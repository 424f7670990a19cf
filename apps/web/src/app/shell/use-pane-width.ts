import { useCallback, useState } from 'react';

interface PaneWidth {
  key: string;
  initial: number;
  range: { min: number; max: number };
}

export const LIST_WIDTH: PaneWidth = { key: 'parvis-list-width', initial: 296, range: { min: 220, max: 460 } };
export const RIGHT_WIDTH: PaneWidth = { key: 'parvis-right-width', initial: 360, range: { min: 280, max: 640 } };

/** Width in px, kept on this device. */
export function usePaneWidth({ key, initial, range }: PaneWidth): [number, (width: number) => void] {
  const [width, setWidth] = useState(() => {
    const stored = Number(localStorage.getItem(key));
    return stored >= range.min && stored <= range.max ? stored : initial;
  });
  const set = useCallback((next: number) => {
    setWidth(next);
    localStorage.setItem(key, String(next));
  }, [key]);
  return [width, set];
}
