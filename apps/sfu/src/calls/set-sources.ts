import type { MediaSource } from '@parvis/contracts';
import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import type { Peer } from '../rooms/peer.ts';

export async function setSources(host: MediaHost, params: SfuParams<'setSources'>): Promise<SfuResults['setSources']> {
  const peer = host.rooms.requirePeer(params);
  await peer.inTurn(() => {
    const same = params.sources.length === peer.sources.size && params.sources.every((source) => peer.sources.has(source));
    allowSources(peer, params.sources);
    if (!same) peer.tell({ type: 'sources', sources: [...peer.sources] });
  });
  return {};
}

/** From now on it sends nothing else. */
export function allowSources(peer: Peer, sources: readonly MediaSource[]): void {
  peer.sources = new Set(sources);
  for (const [source, track] of peer.sent) {
    if (!peer.sources.has(source)) track.producer.close();
  }
}
