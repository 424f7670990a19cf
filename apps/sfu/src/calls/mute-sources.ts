import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { pauseTrack } from '../rooms/pause-track.ts';

export async function muteSources(host: MediaHost, params: SfuParams<'muteSources'>): Promise<SfuResults['muteSources']> {
  const peer = host.rooms.requirePeer(params);
  await peer.inTurn(async () => {
    for (const source of params.sources) {
      const track = peer.sent.get(source);
      if (track) await pauseTrack(track, true);
    }
  });
  return {};
}
