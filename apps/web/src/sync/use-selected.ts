import { useCallback, useRef, useSyncExternalStore } from 'react';

/** Same by identity, or lists and records of the same things. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || a instanceof Map || a instanceof Set) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && Object.is((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/** Part of an external source; renders again only when that part changes. `select` need not be stable. */
export function useSelected<S, T>(
  subscribe: (listener: () => void) => () => void,
  read: () => S,
  select: (source: S) => T,
  equal: (a: T, b: T) => boolean = isSame,
): T {
  const last = useRef<{ source: S; select: (source: S) => T; value: T } | null>(null);
  const snapshot = useCallback((): T => {
    const source = read();
    const before = last.current;
    if (before !== null && Object.is(before.source, source) && before.select === select) return before.value;
    const next = select(source);
    const value = before !== null && equal(before.value, next) ? before.value : next;
    last.current = { source, select, value };
    return value;
  }, [read, select, equal]);
  return useSyncExternalStore(subscribe, snapshot);
}
