import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { requireTransport } from './require-transport.ts';

export async function restartIce(host: MediaHost, params: SfuParams<'restartIce'>): Promise<SfuResults['restartIce']> {
  const peer = host.rooms.requirePeer(params);
  return peer.inTurn(async () => ({ iceParameters: await requireTransport(peer, params.transportId).transport.restartIce() }));
}
