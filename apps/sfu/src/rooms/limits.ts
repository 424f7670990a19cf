/** Bounds that only a faulty or hostile caller meets; what a meeting may have is the servers' to say. */
export const HOST_LIMITS = {
  rooms: 2_000,
  peersPerRoom: 1_000,
  consumersPerPeer: 2_000,
  /** Changes or producers named in one call. */
  itemsPerCall: 1_000,
} as const;

/** How long who is gone is kept, in milliseconds. */
export const GHOST_MS = { withoutMedia: 15_000, unattached: 300_000, sweep: 5_000 } as const;
