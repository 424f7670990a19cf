import type { Presence } from '@parvis/contracts';

/** Follows these people's presence while mounted; missing: not known yet. */
export function usePresence(_userIds: readonly string[]): Readonly<Record<string, Presence>> {
  throw new Error('not there yet');
}
