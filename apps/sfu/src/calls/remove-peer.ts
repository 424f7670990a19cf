import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';

/** Not in the peer's turn: who is removed must be silent at once, whatever is under way. */
export function removePeer(host: MediaHost, params: SfuParams<'removePeer'>): SfuResults['removePeer'] {
  const peer = host.rooms.require(params.roomId, params.epoch).peers.get(params.peerId);
  if (peer) host.rooms.remove(peer);
  return {};
}
