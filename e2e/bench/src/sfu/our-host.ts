import { SFU_PATH, type HostFrame, type SfuMethod, type SfuParams, type SfuResults } from '@parvis/sfu-protocol';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ask, startHost, type Host } from './hosts.ts';
import type { Receiver } from './receivers.ts';
import { AUDIO, VIDEO } from './streams.ts';

interface Made {
  made: { transportId: string; port: number }[];
}

/** Our host with one that speaks and so many that receive, all by a server's calls. */
export async function startOurHost(workerBin: string, receivers: readonly Receiver[]): Promise<Host> {
  const secret = randomBytes(24).toString('hex');
  const { child, first, stop } = await startHost('apps/sfu/src/testing/plain-host.ts', {
    PARVIS_SFU_SECRET: secret, PARVIS_SFU_PORT: '0', PARVIS_SFU_RTC_PORT: '0', PARVIS_SFU_RTC_HOST: '127.0.0.1', PARVIS_SFU_WORKERS: '1', PARVIS_SFU_WORKER_BIN: workerBin,
  });
  const server = await connect(`ws://127.0.0.1:${first.port ?? 0}${SFU_PATH}`, secret);
  const room = { roomId: randomUUID(), epoch: 1 };
  const enter = async (sources: ('microphone' | 'camera')[]) => {
    const ids = { ...room, peerId: randomUUID() };
    return { ids, attached: await server.call('attachPeer', { ...ids, sources }) };
  };
  const speaker = await enter(['microphone', 'camera']);
  const { made: [sending] } = await ask<Made>(child, [{ ids: speaker.ids, direction: 'send' }]);
  const { transportId, port } = sending!;
  const producerIds: string[] = [];
  for (const { kind, source, rtpParameters } of [AUDIO, VIDEO]) {
    producerIds.push((await server.call('produce', { ...speaker.ids, transportId, kind, source, rtpParameters, paused: false })).producerId);
  }
  const peers = await Promise.all(receivers.map(() => enter([])));
  await ask<Made>(child, receivers.map((receiver, index) => ({ ids: peers[index]!.ids, direction: 'receive', port: receiver.port, key: receiver.key })));
  const consumers = await Promise.all(peers.map(async ({ ids, attached }) => {
    const { consumers: all } = await server.call('consume', { ...ids, producerIds, rtpCapabilities: attached.routerRtpCapabilities as never });
    await server.call('updateConsumers', { ...ids, changes: all.map(({ id }) => ({ consumerId: id, paused: false })) });
    return { ids, all };
  }));
  let turn = 0;
  return {
    child, pids: [child.pid ?? 0, first.workerPid], port,
    signal: () => {
      const { ids, all } = consumers[turn++ % consumers.length]!;
      void server.call('updateConsumers', { ...ids, changes: all.map(({ id }) => ({ consumerId: id, priority: 1 + (turn % 200), spatialLayer: 0, paused: false })) });
    },
    stop: async () => {
      server.close();
      await stop();
    },
  };
}

async function connect(url: string, secret: string) {
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${secret}` } });
  const pending = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as HostFrame;
    if (!('id' in frame)) return;
    const waiting = pending.get(frame.id);
    pending.delete(frame.id);
    if ('error' in frame) waiting?.reject(new Error(`${frame.error.code}: ${frame.error.message}`));
    else waiting?.resolve(frame.result);
  });
  await once(socket, 'open');
  return {
    call: async <M extends SfuMethod>(method: M, params: SfuParams<M>): Promise<SfuResults[M]> => {
      const id = ++last;
      const answered = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
      socket.send(JSON.stringify({ id, method, params }));
      return (await answered) as SfuResults[M];
    },
    close: () => socket.terminate(),
  };
}
