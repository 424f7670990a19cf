import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { HOST_LIMITS } from '../rooms/limits.ts';
import type { ReceivedTrack } from '../rooms/received-track.ts';
import { SfuError } from '../rooms/sfu-error.ts';

type Change = SfuParams<'updateConsumers'>['changes'][number];

export async function updateConsumers(host: MediaHost, params: SfuParams<'updateConsumers'>): Promise<SfuResults['updateConsumers']> {
  const peer = host.rooms.requirePeer(params);
  if (params.changes.length > HOST_LIMITS.itemsPerCall) throw new SfuError('too_many');
  await peer.inTurn(() => Promise.all(params.changes.map(async (change) => {
    const track = peer.received.get(change.consumerId);
    if (!track) return;
    try {
      await apply(track, change);
    } catch (error) {
      // It may have ended while it was changed.
      if (!track.consumer.closed) throw error;
    }
  })));
  return {};
}

/** Layers and rank come before it runs again, so that it begins with the picture that is wanted. */
async function apply(track: ReceivedTrack, change: Change): Promise<void> {
  const { consumer } = track;
  if (change.close) return consumer.close();
  if (change.paused === true) await consumer.pause();
  if (change.priority !== undefined) await consumer.setPriority(change.priority);
  if (change.spatialLayer !== undefined && consumer.kind === 'video' && consumer.type !== 'simple') {
    await consumer.setPreferredLayers({ spatialLayer: change.spatialLayer, temporalLayer: change.temporalLayer });
    track.changed();
  }
  if (change.paused === false) await consumer.resume();
  if (change.requestKeyFrame && consumer.kind === 'video') await consumer.requestKeyFrame();
}
