import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { refusing } from './refusing.ts';
import { requireTransport } from './require-transport.ts';

export async function connectTransport(host: MediaHost, params: SfuParams<'connectTransport'>): Promise<SfuResults['connectTransport']> {
  const peer = host.rooms.requirePeer(params);
  return peer.inTurn(async () => {
    const { transport } = requireTransport(peer, params.transportId);
    // What is in it is the worker's to check (RFC 8122).
    await refusing(() => transport.connect({ dtlsParameters: params.dtlsParameters as Parameters<typeof transport.connect>[0]['dtlsParameters'] }));
    return {};
  });
}
