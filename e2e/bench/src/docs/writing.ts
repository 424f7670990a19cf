import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { percentile } from '../fan-out/percentile.ts';
import { cpuSeconds, type Pinned } from '../fan-out/pinned-process.ts';
import { seedChannel } from '../fan-out/seed-channel.ts';
import { type Line, openHocuspocus, openOurs } from './lines.ts';
import { apiOf, createDocument, startHocuspocus, startParvis } from './parvis.ts';
import { Tally } from './tally.ts';

export interface Load {
  writers: number;
  /** Edits of each, a second. */
  rate: number;
  seconds: number;
}

export interface Writing {
  /** Milliseconds from a push until another writer has it. */
  p50: number;
  p99: number;
  cpuMsPer1000: number;
  delivered: number;
  expected: number;
}

const WARM_UP_SECONDS = 3;
const DRAIN_MS = 5_000;

export async function writeOurs(databaseUrl: string, load: Load): Promise<Writing> {
  const server = await startParvis(databaseUrl);
  try {
    const { channelId, tokens } = await seedChannel(databaseUrl, load.writers);
    const documentId = await createDocument(apiOf(server.url, tokens[0]!), channelId);
    return await write(server, load, documentId, (index, clientId, tally) => openOurs({ url: server.url, index, documentIds: [documentId], clientId, tally }, tokens[index]!));
  } finally {
    await server.stop();
  }
}

export async function writeHocuspocus(databaseUrl: string, load: Load): Promise<Writing> {
  const server = await startHocuspocus(databaseUrl);
  const documentId = randomUUID();
  try {
    return await write(server, load, documentId, (index, clientId, tally) => openHocuspocus({ url: server.url, index, documentIds: [documentId], clientId, tally }));
  } finally {
    await server.stop();
  }
}

async function write(server: Pinned, load: Load, documentId: string, open: (index: number, clientId: number, tally: Tally) => Promise<Line>): Promise<Writing> {
  const tally = new Tally();
  const docs = Array.from({ length: load.writers }, () => new Y.Doc());
  const lines = await Promise.all(docs.map(({ clientID }, index) => open(index, clientID, tally)));
  docs.forEach((doc, index) => doc.on('update', (update: Uint8Array) => lines[index]!.push(documentId, update)));
  try {
    await tally.settled(await type(docs, { ...load, seconds: WARM_UP_SECONDS }), DRAIN_MS);
    tally.reset();
    const before = cpuSeconds(server.pid);
    const expected = await type(docs, load);
    await tally.settled(expected, DRAIN_MS);
    const cpu = cpuSeconds(server.pid) - before;
    if (tally.refused.length > 0) throw new Error(`refused: ${tally.refused[0]}`);
    const ascending = tally.latencies.sort((a, b) => a - b);
    return { p50: percentile(ascending, 0.5), p99: percentile(ascending, 0.99), cpuMsPer1000: (cpu * 1_000_000) / ascending.length, delivered: ascending.length, expected };
  } finally {
    for (const line of lines) line.close();
  }
}

/** At an even pace, one after the other; answers how many deliveries that makes. */
async function type(docs: readonly Y.Doc[], { writers, rate, seconds }: Load): Promise<number> {
  const [start, count] = [performance.now(), writers * rate * seconds];
  for (let index = 0; index < count; index += 1) {
    const wait = start + (index * 1000) / (writers * rate) - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const text = docs[index % writers]!.getText('text');
    text.insert(text.length, String.fromCharCode(97 + (index % 26)));
  }
  return count * (writers - 1);
}
