import type { types } from 'mediasoup';
import { pino } from 'pino';
import { readConfig } from '../config/config.ts';
import { startMediaProcess } from '../media-process.ts';
import type { Direction } from '../rooms/peer.ts';

/**
 * A media host as it is, for the bench, but with plain transports instead of WebRTC ones: the load
 * can't speak DTLS. What is sent is encrypted as WebRTC would, by keys that are given.
 */
export interface PlainPeer {
  ids: { roomId: string; epoch: number; peerId: string };
  direction: Direction;
  /** Of who receives: where, and the key (base64) for it. */
  port?: number;
  key?: string;
}
export interface PlainTransportMade {
  transportId: string;
  port: number;
}

const running = await startMediaProcess(readConfig(process.env), pino({ level: 'error' }));
const listenInfo = { protocol: 'udp', ip: '127.0.0.1' } as const;

async function make({ ids, direction, port, key }: PlainPeer): Promise<PlainTransportMade> {
  const peer = running.host.rooms.requirePeer(ids);
  const site = peer.room.home;
  const receives = direction === 'receive';
  const transport = await site.router.createPlainTransport({
    listenInfo, rtcpMux: true, comedia: !receives, ...(receives && { enableSrtp: true, srtpCryptoSuite: 'AEAD_AES_256_GCM' as const }),
  });
  if (receives) await transport.connect({ ip: '127.0.0.1', port, srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM', keyBase64: key! } });
  peer.transports.set(direction, { transport: transport as unknown as types.WebRtcTransport, site, wasConnected: true });
  return { transportId: transport.id, port: transport.tuple.localPort };
}

process.on('message', (peers: PlainPeer[]) => {
  void Promise.all(peers.map(make)).then((made) => process.send?.({ made }));
});
process.on('disconnect', () => void running.close().finally(() => process.exit(0)));
running.host.pool.pick().then(
  ({ worker }) => process.send?.({ port: running.port, workerPid: worker.pid }),
  () => {
    const waiting = setInterval(() => {
      if (running.host.pool.state !== 'ready') return;
      clearInterval(waiting);
      void running.host.pool.pick().then(({ worker }) => process.send?.({ port: running.port, workerPid: worker.pid }));
    }, 50);
  },
);
