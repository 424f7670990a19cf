import { create } from 'zustand';

interface PendingDeletions {
  /** Ids of messages taken back on screen and not yet on the server. */
  ids: ReadonlySet<string>;
  add: (id: string) => void;
  drop: (id: string) => void;
}

/** Outside of any screen: switching the conversation doesn't bring a message back for a moment. */
export const usePendingDeletions = create<PendingDeletions>((set) => ({
  ids: new Set(),
  add: (id) => set(({ ids }) => ({ ids: new Set(ids).add(id) })),
  drop: (id) => set(({ ids }) => ({ ids: new Set([...ids].filter((other) => other !== id)) })),
}));
