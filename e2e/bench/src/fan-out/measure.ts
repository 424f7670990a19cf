import { createApi } from '@parvis/client-sdk';
import { PROTOCOL_VERSION } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { connectMembers, type Members } from './members.ts';
import { cpuSeconds, kibResident, startPinned, type Pinned } from './pinned-process.ts';
import { seedChannel } from './seed-channel.ts';
import { percentile } from './percentile.ts';

export interface Load {
  members: number;
  /** Messages a second. */
  rate: number;
  seconds: number;
}

export interface FanOut {
  /** Milliseconds from send to receipt. */
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds from send to the sender's answer. */
  ackP99: number;
  cpuMsPer1000: number;
  kibPerConnection: number;
  delivered: number;
  expected: number;
}

const WARM_UP_MESSAGES = 20;
/** A delivery that takes longer is lost. */
const DRAIN_MS = 5_000;

export async function measureParvis(databaseUrl: string, load: Load): Promise<FanOut> {
  const server = await startPinned('apps/server/dist/main.mjs', { DATABASE_URL: databaseUrl });
  try {
    const { channelId, tokens } = await seedChannel(databaseUrl, load.members);
    const api = createApi({ baseUrl: server.url, token: tokens[0] ?? '' });
    return await measure(server, load, {
      auth: (index) => ({ protocol: PROTOCOL_VERSION, token: tokens[index] }),
      send: async (text) => {
        await api.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
      },
    });
  } finally {
    await server.stop();
  }
}

export async function measureFloor(databaseUrl: string, load: Load): Promise<FanOut> {
  const server = await startPinned('e2e/bench/src/fan-out/floor-server.ts', { DATABASE_URL: databaseUrl });
  try {
    return await measure(server, load, {
      auth: () => ({}),
      send: async (text) => {
        const answer = await fetch(`${server.url}/send`, { method: 'POST', body: text });
        if (!answer.ok) throw new Error(`floor answered ${answer.status}`);
      },
    });
  } finally {
    await server.stop();
  }
}

interface Door {
  auth(index: number): object;
  send(text: string): Promise<void>;
}

async function measure(server: Pinned, load: Load, door: Door): Promise<FanOut> {
  // Memory of a process that has answered, so that what is loaded lazily does not count as connections.
  const before = kibResident(server.pid);
  const members = await connectMembers(server.url, load.members, (index) => door.auth(index));
  const kibPerConnection = (kibResident(server.pid) - before) / load.members;
  try {
    await send(load, WARM_UP_MESSAGES, door, () => undefined);
    await members.settled(WARM_UP_MESSAGES * load.members, DRAIN_MS);
    members.reset();
    const acknowledged: number[] = [];
    const cpuBefore = cpuSeconds(server.pid);
    const count = load.rate * load.seconds;
    await send(load, count, door, (milliseconds) => acknowledged.push(milliseconds));
    await members.settled(count * load.members, DRAIN_MS);
    return figures(members, acknowledged, cpuSeconds(server.pid) - cpuBefore, kibPerConnection, count * load.members);
  } finally {
    members.close();
  }
}

/** Sends at an even pace, whatever the answers take: a slow server does not slow the offer. */
async function send(load: Load, count: number, door: Door, acknowledged: (milliseconds: number) => void): Promise<void> {
  const start = performance.now();
  const pending: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const due = start + (index * 1000) / load.rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const sentAt = performance.now();
    pending.push(door.send(`bench:${sentAt.toFixed(3)}: the quick brown fox jumps over the lazy dog`).then(() => {
      acknowledged(performance.now() - sentAt);
    }));
  }
  await Promise.all(pending);
}

function figures(members: Members, acknowledged: number[], cpu: number, kibPerConnection: number, expected: number): FanOut {
  const latencies = members.latencies().sort((a, b) => a - b);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    p50: round(percentile(latencies, 0.5)),
    p95: round(percentile(latencies, 0.95)),
    p99: round(percentile(latencies, 0.99)),
    ackP99: round(percentile(acknowledged.sort((a, b) => a - b), 0.99)),
    cpuMsPer1000: round((cpu * 1_000_000) / latencies.length),
    kibPerConnection: round(kibPerConnection),
    delivered: latencies.length,
    expected,
  };
}
