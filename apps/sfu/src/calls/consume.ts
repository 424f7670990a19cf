import type { ConsumerOptions } from '@parvis/contracts';
import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import type { MediaHost } from '../media-host.ts';
import { bringTrack } from '../rooms/bring-track.ts';
import { HOST_LIMITS } from '../rooms/limits.ts';
import type { Peer, PeerTransport } from '../rooms/peer.ts';
import { ReceivedTrack } from '../rooms/received-track.ts';
import type { SentTrack } from '../rooms/sent-track.ts';
import { SfuError } from '../rooms/sfu-error.ts';

export async function consume(host: MediaHost, params: SfuParams<'consume'>): Promise<SfuResults['consume']> {
  const peer = host.rooms.requirePeer(params);
  if (params.producerIds.length > HOST_LIMITS.itemsPerCall) throw new SfuError('too_many');
  return peer.inTurn(async () => {
    const held = peer.transportOf('receive');
    if (!held) throw new SfuError('not_found', 'no transport to receive by');
    if (peer.received.size + params.producerIds.length > HOST_LIMITS.consumersPerPeer) throw new SfuError('too_many', 'too many consumers');
    const rtpCapabilities = params.rtpCapabilities as unknown as types.RtpCapabilities;
    const wanted = [...new Set(params.producerIds)].flatMap((id) => peer.room.tracks.get(id) ?? []);
    const results = await Promise.all(wanted.map((track) => consumeTrack(peer, held, track, rtpCapabilities, params.flowing === true)));
    return { consumers: results.flatMap((result) => result ?? []) };
  });
}

const SMALLEST = { preferredLayers: { spatialLayer: 0 } };

/** Undefined: it is gone meanwhile, or can't be decoded there. A track that is received already is not doubled. */
async function consumeTrack(peer: Peer, { transport, site }: PeerTransport, track: SentTrack, rtpCapabilities: types.RtpCapabilities, flowing: boolean): Promise<ConsumerOptions | undefined> {
  const known = [...track.receivers].find((received) => received.peer === peer);
  if (known) return known.options;
  try {
    await bringTrack(peer.room, track, site);
    const { id: producerId } = track.producer;
    if (!canConsume(site.router, producerId, rtpCapabilities)) return undefined;
    // Video that isn't wanted yet waits until there is somewhere to show it.
    const isVideo = track.producer.kind === 'video';
    const consumer = await transport.consume({ producerId, rtpCapabilities, paused: isVideo && !flowing, ...(isVideo && flowing && track.topLayer > 0 && SMALLEST) });
    const received = new ReceivedTrack(consumer, peer, track, site.worker);
    consumer.once('producerclose', () => peer.tell({ type: 'consumer_closed', consumerId: consumer.id }));
    return received.options;
  } catch (error) {
    if (track.producer.closed || transport.closed) return undefined;
    throw error;
  }
}

/** @throws SfuError invalid_request. */
function canConsume(router: types.Router, producerId: string, rtpCapabilities: types.RtpCapabilities): boolean {
  try {
    return router.canConsume({ producerId, rtpCapabilities });
  } catch (error) {
    throw new SfuError('invalid_request', error instanceof Error ? error.message : String(error));
  }
}
