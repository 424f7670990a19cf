import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { pauseTrack, resumeTrack } from '../rooms/pause-track.ts';
import { SfuError } from '../rooms/sfu-error.ts';

export async function updateProducer(host: MediaHost, params: SfuParams<'updateProducer'>): Promise<SfuResults['updateProducer']> {
  const peer = host.rooms.requirePeer(params);
  await peer.inTurn(async () => {
    const track = [...peer.sent.values()].find(({ producer }) => producer.id === params.producerId);
    if (!track) throw new SfuError('not_found', 'no such producer');
    switch (params.action) {
      case 'pause': return pauseTrack(track);
      case 'resume': return resumeTrack(track);
      case 'close': return track.producer.close();
    }
  });
  return {};
}
