import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { HOST_LIMITS } from '../rooms/limits.ts';
import type { Peer } from '../rooms/peer.ts';
import type { ReceivedTrack } from '../rooms/received-track.ts';
import { SfuError } from '../rooms/sfu-error.ts';

type Change = SfuParams<'updateConsumers'>['changes'][number];

export async function updateConsumers(host: MediaHost, params: SfuParams<'updateConsumers'>): Promise<SfuResults['updateConsumers']> {
  const peer = host.rooms.requirePeer(params);
  if (params.changes.length > HOST_LIMITS.itemsPerCall) throw new SfuError('too_many');
  await peer.inTurn(() => {
    // Consumers at once, but the changes of one in their order.
    const turns = new Map<string, Promise<void>>();
    for (const change of params.changes) {
      turns.set(change.consumerId, (turns.get(change.consumerId) ?? Promise.resolve()).then(() => applyIfThere(peer, change)));
    }
    return Promise.all(turns.values());
  });
  return {};
}

async function applyIfThere(peer: Peer, change: Change): Promise<void> {
  const track = peer.received.get(change.consumerId);
  if (!track) return;
  try {
    await apply(track, change);
  } catch (error) {
    // It may have ended while it was changed.
    if (!track.consumer.closed) throw error;
  }
}

/**
 * Layers and rank come before it runs again, so that it begins with the picture that is wanted. What is
 * so already isn't asked of the worker again: clients tell all of a tile when one thing of it changes.
 */
async function apply(track: ReceivedTrack, change: Change): Promise<void> {
  const { consumer } = track;
  if (change.close) return consumer.close();
  if (change.paused === true && !consumer.paused) await consumer.pause();
  // Of voices the worker heeds none: they come before all pictures.
  if (change.priority !== undefined && consumer.kind === 'video' && change.priority !== consumer.priority) await consumer.setPriority(change.priority);
  if (change.spatialLayer !== undefined && consumer.kind === 'video' && consumer.type !== 'simple') {
    await preferLayers(track, change.spatialLayer, change.temporalLayer);
  }
  if (change.paused === false && consumer.paused) await consumer.resume();
  if (change.requestKeyFrame && consumer.kind === 'video') await consumer.requestKeyFrame();
}

async function preferLayers(track: ReceivedTrack, spatialLayer: number, temporalLayer: number | undefined): Promise<void> {
  const { consumer } = track;
  const now = consumer.preferredLayers;
  if (now?.spatialLayer === spatialLayer && now.temporalLayer === temporalLayer) return;
  await consumer.setPreferredLayers({ spatialLayer, temporalLayer });
  track.changed();
}
