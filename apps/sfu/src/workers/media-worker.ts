import { createWorker, type types } from 'mediasoup';
import { planListening, withAddresses } from './listen-plan.ts';

export interface WorkerOptions {
  readonly index: number;
  readonly workerBin: string;
  readonly rtcHost: string;
  readonly rtcPort: number;
  readonly announcedAddresses: readonly string[];
}

/** One of mediasoup's processes, with the one port that all of its WebRTC transports share. */
export class MediaWorker {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
  /** Consumers that packets are forwarded to: what its core is busy with. */
  load = 0;
  /** Rooms that have a router on it: nobody knows yet what new ones will cost. */
  rooms = 0;
  private readonly alsoAt: readonly string[];

  constructor(worker: types.Worker, server: types.WebRtcServer, alsoAt: readonly string[]) {
    this.worker = worker;
    this.server = server;
    this.alsoAt = alsoAt;
  }

  /** Where clients reach a transport. */
  candidatesOf(transport: types.WebRtcTransport): types.IceCandidate[] {
    return withAddresses(transport.iceCandidates, this.alsoAt);
  }
}

/** @throws when the program can't be run or its port is taken. */
export async function startMediaWorker(options: WorkerOptions): Promise<MediaWorker> {
  const worker = await createWorker({ workerBin: options.workerBin, logLevel: 'error' });
  keepOnSignals(worker);
  try {
    const port = options.rtcPort === 0 ? 0 : options.rtcPort + options.index;
    const { listenInfos, alsoAt } = planListening(options.rtcHost, options.announcedAddresses, port);
    return new MediaWorker(worker, await worker.createWebRtcServer({ listenInfos }), alsoAt);
  } catch (error) {
    worker.close();
    throw error;
  }
}

/** By itself mediasoup closes a worker when the process is told to end: ours first sees its meetings off, then closes it. */
function keepOnSignals(worker: types.Worker): void {
  const { onSignal } = worker as unknown as { onSignal: () => void };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, onSignal);
}
