import { createApi } from '@parvis/client-sdk';
import { PROTOCOL_VERSION } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { connectMembers, type Members } from './members.ts';
import { cpuSeconds, kibResident, startPinned, whileRunning, type Pinned } from './pinned-process.ts';
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

/**
 * With a small young generation, what a process holds is what it keeps: the garbage of a thousand
 * handshakes that nobody had reason to collect yet doesn't count as memory of idle connections.
 */
const LITTLE_GARBAGE = { NODE_OPTIONS: '--max-semi-space-size=2' };

/** Who write in turn: one person alone may not write as much. */
const SENDERS = 20;

type Start = (env: Record<string, string>) => Promise<Pinned>;

export const measureParvis = (databaseUrl: string, load: Load): Promise<FanOut> =>
  measureServer(
    load,
    (env) => startPinned('apps/server/dist/main.mjs', { DATABASE_URL: databaseUrl, ...env }),
    async ({ url }) => {
      const { channelId, tokens } = await seedChannel(databaseUrl, load.members);
      const senders = tokens.slice(0, SENDERS).map((token) => createApi({ baseUrl: url, token }));
      let turn = 0;
      return {
        auth: (index) => ({ protocol: PROTOCOL_VERSION, token: tokens[index] }),
        send: async (text) => {
          const sender = senders[turn++ % senders.length];
          await sender?.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
        },
      };
    },
  );

export const measureFloor = (databaseUrl: string, load: Load): Promise<FanOut> =>
  measureServer(
    load,
    (env) => startPinned('e2e/bench/src/fan-out/floor-server.ts', { DATABASE_URL: databaseUrl, ...env }),
    ({ url }) =>
      Promise.resolve({
        auth: () => ({}),
        send: async (text) => {
          const answer = await fetch(`${url}/send`, { method: 'POST', body: text });
          if (!answer.ok) throw new Error(`floor answered ${answer.status}`);
        },
      }),
  );

/** Memory of idle connections in one run, delivery in the next. */
async function measureServer(load: Load, start: Start, open: (server: Pinned) => Promise<Door>): Promise<FanOut> {
  const kibPerConnection = await whileRunning(await start(LITTLE_GARBAGE), async (server) => idleMemory(server, load, await open(server)));
  return whileRunning(await start({}), async (server) => deliver(server, load, await open(server), kibPerConnection));
}

interface Door {
  auth(index: number): object;
  send(text: string): Promise<void>;
}

async function idleMemory(server: Pinned, load: Load, door: Door): Promise<number> {
  const before = kibResident(server.pid);
  const members = await connectMembers(server.url, load.members, (index) => door.auth(index));
  const kib = (kibResident(server.pid) - before) / load.members;
  members.close();
  return kib;
}

async function deliver(server: Pinned, load: Load, door: Door, kibPerConnection: number): Promise<FanOut> {
  const members = await connectMembers(server.url, load.members, (index) => door.auth(index));
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
