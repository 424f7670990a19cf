import type { SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';

/** Again changes nothing. */
export function drain(host: MediaHost): SfuResults['drain'] {
  if (host.rooms.draining) return {};
  host.rooms.draining = true;
  // First: who is told to move must not be placed here again.
  host.tellStatus();
  for (const room of host.rooms.all()) room.tell({ type: 'moved', reason: 'drain' });
  host.onDrain();
  return {};
}
