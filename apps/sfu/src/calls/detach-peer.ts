import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import type { Speaker } from '../rooms/peer.ts';

/** Another connection may speak for it already: then that one goes on. */
export function detachPeer(host: MediaHost, params: SfuParams<'detachPeer'>, speaker: Speaker): SfuResults['detachPeer'] {
  const peer = host.rooms.requirePeer(params);
  if (peer.speaker !== speaker) return {};
  peer.speaker = null;
  peer.unattachedSince = performance.now();
  return {};
}
