/** When a session ends by itself. */
export const SESSION_LIMITS = {
  /** Not used for this long. */
  idleDays: 30,
  /** Used or not. */
  lifeDays: 365,
  /** `last_seen_at` is written at most this often. */
  touchSeconds: 60,
} as const;
