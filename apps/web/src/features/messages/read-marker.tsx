import { useSyncExternalStore } from 'react';
import { useMarkRead } from '../../sync/index.ts';

/** Seq of the last message on screen. Kept outside of React's state: it changes with every scroll, and no row shows it. */
export interface Seen {
  get: () => number | null;
  set: (seq: number) => void;
  subscribe: (changed: () => void) => () => void;
}

export function createSeen(): Seen {
  let seq: number | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => seq,
    set: (next) => {
      if (next === seq) return;
      seq = next;
      listeners.forEach((changed) => changed());
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Moves my read cursor to what was seen. Draws nothing. */
export function ReadMarker({ channelId, threadId, seen }: { channelId: string; threadId: string | null; seen: Seen }) {
  useMarkRead(channelId, useSyncExternalStore(seen.subscribe, seen.get), threadId);
  return null;
}
