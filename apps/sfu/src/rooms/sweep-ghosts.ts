import type { MediaHost } from '../media-host.ts';
import { GHOST_MS } from './limits.ts';
import type { Peer } from './peer.ts';

/**
 * Peers that no server speaks for any more go: soon when their media is gone as well, later when it
 * still comes (the server may be restarting, and nobody should notice). @param now as performance.now.
 */
export function sweepGhosts(host: MediaHost, now: number): void {
  for (const peer of host.rooms.all().flatMap((room) => [...room.peers.values()])) {
    if (!isGhost(peer, now)) continue;
    const { id: peerId, room: { id: roomId, epoch } } = peer;
    host.rooms.remove(peer);
    host.tellAll({ type: 'peer_gone', roomId, epoch, peerId });
  }
}

function isGhost(peer: Peer, now: number): boolean {
  if (peer.unattachedSince === null) return false;
  if (now - peer.unattachedSince >= GHOST_MS.unattached) return true;
  return peer.silentSince !== null && now - Math.max(peer.silentSince, peer.unattachedSince) >= GHOST_MS.withoutMedia;
}

/** A connection is gone: those that it spoke for are on their own. */
export function unattach(host: MediaHost, speaker: Peer['speaker'], now: number): void {
  for (const peer of host.rooms.all().flatMap((room) => [...room.peers.values()])) {
    if (peer.speaker !== speaker) continue;
    peer.speaker = null;
    peer.unattachedSince = now;
  }
}
