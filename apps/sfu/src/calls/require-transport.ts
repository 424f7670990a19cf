import type { Peer, PeerTransport } from '../rooms/peer.ts';
import { SfuError } from '../rooms/sfu-error.ts';

/** @throws SfuError not_found. */
export function requireTransport(peer: Peer, id: string): PeerTransport {
  const held = peer.transportById(id);
  if (!held) throw new SfuError('not_found', 'no such transport');
  return held;
}
