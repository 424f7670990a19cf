import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import type { MediaHost } from '../media-host.ts';
import { isUp, type Peer, type PeerTransport } from '../rooms/peer.ts';
import { placeReceiver } from '../rooms/place-receiver.ts';
import { SfuError } from '../rooms/sfu-error.ts';

/** What a line is taken to carry before it was measured, bit/s: enough for a sharp first picture. */
const FIRST_BITRATE = 1_000_000;
/** Seconds without a consent check (RFC 7675) after which a connection counts as gone; browsers send one about every 2.5. */
const CONSENT_S = 10;

export async function createTransport(host: MediaHost, params: SfuParams<'createTransport'>): Promise<SfuResults['createTransport']> {
  const peer = host.rooms.requirePeer(params);
  return peer.inTurn(async () => {
    const site = params.direction === 'send' ? peer.room.home : await placeReceiver(host, peer.room);
    const transport = await site.router.createWebRtcTransport({
      webRtcServer: site.worker.server, enableUdp: true, enableTcp: true, preferUdp: true,
      initialAvailableOutgoingBitrate: FIRST_BITRATE, iceConsentTimeout: CONSENT_S,
    });
    if (peer.closed) {
      transport.close();
      throw new SfuError('not_found', 'the peer was removed');
    }
    const held: PeerTransport = { transport, site, wasConnected: false };
    const before = peer.transports.get(params.direction);
    peer.transports.set(params.direction, held);
    watch(peer, held);
    // Only now, so that others aren't told of a break that is none; one of before that was broken counts no longer.
    before?.transport.close();
    connectionChanged(peer);
    const { id, iceParameters, dtlsParameters } = transport;
    return { id, iceParameters, iceCandidates: site.worker.candidatesOf(transport), dtlsParameters };
  });
}

function watch(peer: Peer, held: PeerTransport): void {
  const { transport } = held;
  transport.observer.on('icestatechange', () => {
    if (isUp(transport)) held.wasConnected = true;
    connectionChanged(peer);
  });
  transport.observer.on('dtlsstatechange', (state: types.DtlsState) => {
    if ((state !== 'failed' && state !== 'closed') || transport.closed) return;
    transport.close();
    peer.tell({ type: 'transport_closed', transportId: transport.id });
  });
  transport.observer.once('close', () => connectionChanged(peer));
}

/** What is known of the peer's connection may be something else now: others are told when it is. */
export function connectionChanged(peer: Peer): void {
  if (peer.closed) return;
  if (peer.hasMedia) peer.silentSince = null;
  else peer.silentSince ??= performance.now();
  const connected = [...peer.transports.values()].every((held) => !held.wasConnected || (!held.transport.closed && isUp(held.transport)));
  if (connected === peer.connected) return;
  peer.connected = connected;
  peer.room.tell({ type: 'connection', participantId: peer.id, connected });
}
