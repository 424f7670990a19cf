import { useSyncExternalStore } from 'react';

/** The same width as in the style sheets: one pane at a time below it. */
const query = window.matchMedia('(max-width: 768px)');

const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
