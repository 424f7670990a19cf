import { useCallback, useSyncExternalStore } from 'react';
import { endWatch } from './end-watch.ts';

const never = () => () => undefined;

/** Whether this moment is still to come; null: it has no end. Renders again when it passes. */
export function useRunning(end: string | null): boolean {
  const subscribe = useCallback((tell: () => void) => endWatch.watch(end!, tell), [end]);
  return useSyncExternalStore(end === null ? never : subscribe, () => endWatch.isRunning(end));
}
