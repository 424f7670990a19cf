import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { HOST_LIMITS } from '../rooms/limits.ts';
import { Peer, type Speaker } from '../rooms/peer.ts';
import type { Room } from '../rooms/room.ts';
import { SfuError } from '../rooms/sfu-error.ts';
import { allowSources } from './set-sources.ts';

export async function attachPeer(host: MediaHost, params: SfuParams<'attachPeer'>, speaker: Speaker): Promise<SfuResults['attachPeer']> {
  const room = await host.rooms.open(params.roomId, params.epoch);
  const known = room.peers.get(params.peerId);
  const peer = known ?? enter(room, params.peerId);
  return peer.inTurn(() => {
    if (peer.closed) throw new SfuError('not_found', 'the peer was removed');
    const resumed = [...peer.transports.values()].some(({ transport }) => !transport.closed);
    allowSources(peer, params.sources);
    peer.speaker = speaker;
    peer.unattachedSince = null;
    // After the answer: who attaches knows the state first.
    if (params.annex !== true) setImmediate(() => tellPresent(peer));
    const producers = [...room.tracks.values()].map((track) => track.info);
    return {
      resumed, routerRtpCapabilities: room.home.router.rtpCapabilities, producers, full: host.isFull,
      receiveTransportId: peer.transportOf('receive')?.transport.id ?? null, receivesAt: peer.receivesAt, annexes: [...room.annexes.values()],
    };
  });
}

function enter(room: Room, peerId: string): Peer {
  if (room.peers.size >= HOST_LIMITS.peersPerRoom) throw new SfuError('too_many', 'the room is full');
  const peer = new Peer(peerId, room);
  peer.silentSince = performance.now();
  room.peers.set(peerId, peer);
  return peer;
}

/** What is otherwise told only when it changes. */
function tellPresent(peer: Peer): void {
  const { room } = peer;
  if (room.ear.activeSpeakerId !== null) peer.tell({ type: 'active_speaker', participantId: room.ear.activeSpeakerId });
  for (const other of room.peers.values()) {
    if (!other.connected) peer.tell({ type: 'connection', participantId: other.id, connected: false });
  }
  for (const track of peer.sent.values()) track.repeatWanted();
}
