import { createWorker, type types } from 'mediasoup';
import type { BarePlan } from './hosts.ts';
import { AUDIO, VIDEO } from './streams.ts';

/** The floor: mediasoup and nothing around it. One router, two producers, who receives both. */
const worker = await createWorker({ workerBin: process.env['PARVIS_SFU_WORKER_BIN'] });
const router = await worker.createRouter({
  mediaCodecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }, { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 }],
});
const listenInfo = { protocol: 'udp', ip: '127.0.0.1' } as const;

async function send(): Promise<{ port: number; producerIds: string[] }> {
  const transport = await router.createPlainTransport({ listenInfo, rtcpMux: true, comedia: true });
  const producers = await Promise.all([AUDIO, VIDEO].map(({ kind, rtpParameters }) => transport.produce({ kind, rtpParameters: rtpParameters as unknown as types.RtpParameters })));
  return { port: transport.tuple.localPort, producerIds: producers.map((producer) => producer.id) };
}

async function receive(producerIds: readonly string[], port: number, keyBase64: string): Promise<void> {
  const transport = await router.createPlainTransport({ listenInfo, rtcpMux: true, enableSrtp: true, srtpCryptoSuite: 'AEAD_AES_256_GCM' });
  await transport.connect({ ip: '127.0.0.1', port, srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM', keyBase64 } });
  await Promise.all(producerIds.map((producerId) => transport.consume({ producerId, rtpCapabilities: router.rtpCapabilities })));
}

async function follow(plan: BarePlan): Promise<void> {
  const { port, producerIds } = await send();
  await Promise.all(plan.receivers.map((receiver) => receive(producerIds, receiver.port, receiver.key)));
  process.send?.({ port });
}

process.on('message', (plan: BarePlan) => void follow(plan));
process.on('disconnect', () => process.exit(0));
process.send?.({ workerPid: worker.pid });
