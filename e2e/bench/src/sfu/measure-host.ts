import { cpuSeconds } from '../fan-out/pinned-process.ts';
import type { Host } from './hosts.ts';
import { openReceivers, type Receiver } from './receivers.ts';
import { sendStreams } from './send-streams.ts';

export interface Load {
  receivers: number;
  seconds: number;
}

export interface Forwarding {
  packets: number;
  lost: number;
  mbitPerSecond: number;
  /** Of its process and its worker's. */
  cpuMicrosecondsPerPacket: number;
  /** Of these, what its process takes: calls, events, JSON. */
  ofProcess: number;
  /** Of the core, in percent. */
  cpu: number;
  /** What one core would carry at this price. */
  packetsPerCpuSecond: number;
  mbitPerCpuSecond: number;
}

const WARM_UP_MS = 2_000;
/** Until what is under way has come. */
const SETTLE_MS = 1_000;
/** Each receiver says something about as often. */
const SIGNAL_EVERY_MS = 2_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function measureHost(start: (receivers: readonly Receiver[]) => Promise<Host>, load: Load): Promise<Forwarding> {
  const receivers = await openReceivers(load.receivers);
  const host = await start(receivers.all);
  // One socket for all of it: a host keeps to the first address that sends.
  const sending = sendStreams(host.port);
  const signals = setInterval(() => host.signal?.(), SIGNAL_EVERY_MS / load.receivers);
  try {
    await pause(WARM_UP_MS);
    sending.pause();
    await pause(SETTLE_MS);
    const before = { packets: receivers.packets(), bytes: receivers.bytes(), cpu: cpuOf(host), own: ownCpuOf(host), at: performance.now() };
    sending.resume();
    await pause(load.seconds * 1000);
    sending.pause();
    const elapsed = (performance.now() - before.at) / 1000;
    await pause(SETTLE_MS);
    const cpu = { all: cpuOf(host) - before.cpu, own: ownCpuOf(host) - before.own };
    // Of all that was sent, the warm-up too: who receives was there before the first packet.
    const lost = sending.count() * load.receivers - receivers.packets();
    return figures(lost, receivers.packets() - before.packets, receivers.bytes() - before.bytes, cpu, elapsed);
  } finally {
    clearInterval(signals);
    sending.stop();
    await host.stop();
    receivers.close();
  }
}

const cpuOf = (host: Host): number => host.pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
const ownCpuOf = ({ child }: Host): number => cpuSeconds(child.pid ?? 0);

function figures(lost: number, packets: number, bytes: number, { all: cpu, own }: { all: number; own: number }, seconds: number): Forwarding {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    packets, lost, mbitPerSecond: round((bytes * 8) / 1e6 / seconds), cpuMicrosecondsPerPacket: round((cpu * 1e6) / packets), ofProcess: round((own * 1e6) / packets),
    cpu: round((cpu / seconds) * 100), packetsPerCpuSecond: Math.round(packets / cpu), mbitPerCpuSecond: round((bytes * 8) / 1e6 / cpu),
  };
}
