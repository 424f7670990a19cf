import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { kibResident, type Pinned, whileRunning } from '../fan-out/pinned-process.ts';
import { seedChannel } from '../fan-out/seed-channel.ts';
import { type Line, openHocuspocus, openOurs } from './lines.ts';
import { longDocument, textIn } from './made-documents.ts';
import { apiOf, createDocument, seedHocuspocus, settled, startHocuspocus, startParvis, stateOf } from './parvis.ts';
import { Tally } from './tally.ts';

/** KiB of resident memory of the server per document that two people have open, and one has written in: beyond the first twenty, which make it compile what it needs. */
export interface Memory {
  kibPerDocument: number;
}

/** Some 100 KiB as a Yjs update. */
const BLOCKS = 400;
const WORDS = 'The quick brown fox jumps over the lazy dog, and nobody waits for it. ';
/** What one window may have open. */
const PER_WINDOW = 20;
const DRAIN_MS = 30_000;
/** What a process holds is what it keeps, and not garbage that nobody had reason to collect yet. */
const LITTLE_GARBAGE = { NODE_OPTIONS: '--max-semi-space-size=2' };

export async function measureMemory(databaseUrl: string, documents: number): Promise<{ ours: Memory; floor: Memory }> {
  const content = longDocument(BLOCKS, (index) => `Block ${index}: ${WORDS.repeat(2)}`);
  return { floor: await holdHocuspocuses(databaseUrl, documents, content), ours: await holdOurses(databaseUrl, documents, content) };
}

async function holdHocuspocuses(databaseUrl: string, documents: number, content: Uint8Array): Promise<Memory> {
  const ids = Array.from({ length: documents }, () => randomUUID());
  await whileRunning(await startHocuspocus(databaseUrl), () => seedHocuspocus(databaseUrl, ids.map((name) => ({ name, bytes: content }))));
  return whileRunning(await startHocuspocus(databaseUrl, LITTLE_GARBAGE), (server) =>
    hold(server, ids, content, (documentIds, index, tally) => openHocuspocus({ url: server.url, index, documentIds, clientId: 1, tally })));
}

async function holdOurses(databaseUrl: string, documents: number, content: Uint8Array): Promise<Memory> {
  const { ids, tokens } = await whileRunning(await startParvis(databaseUrl), async ({ url }) => {
    const { channelId, tokens } = await seedChannel(databaseUrl, windowsOf(documents));
    const ids: string[] = [];
    for (let index = 0; index < documents; index += 1) ids.push(await createDocument(apiOf(url, tokens[writerOf(index)]!), channelId, [content]));
    await settled(databaseUrl, ids);
    return { ids, tokens };
  });
  return whileRunning(await startParvis(databaseUrl, LITTLE_GARBAGE), async (server) =>
    hold(server, ids, content, async (documentIds, index, tally) => {
      const line = await openOurs({ url: server.url, index, documentIds, clientId: 1_000 + index, tally }, tokens[index]!);
      for (const documentId of documentIds) await stateOf(apiOf(server.url, tokens[index]!), documentId);
      return line;
    }, () => settled(databaseUrl, ids)));
}

/** Each for twenty documents, of one who writes and one who reads. */
const windowsOf = (documents: number): number => 2 * Math.ceil(documents / PER_WINDOW);
const writerOf = (document: number): number => 2 * Math.floor(document / PER_WINDOW);

type Open = (documentIds: readonly string[], index: number, tally: Tally) => Promise<Line>;

/** `read`: the server has done what it does after documents were written in. */
async function hold(server: Pinned, ids: readonly string[], content: Uint8Array, open: Open, read = (): Promise<void> => Promise.resolve()): Promise<Memory> {
  const update = letterIn(content);
  const pairs: { documentIds: string[]; lines: Line[]; tally: Tally }[] = [];
  const openAndWrite = async (first: number): Promise<void> => {
    const [documentIds, tally, lines] = [ids.slice(first, first + PER_WINDOW), new Tally(), [] as Line[]];
    pairs.push({ documentIds, lines, tally });
    for (const index of [0, 1]) lines.push(await open(documentIds, 2 * (pairs.length - 1) + index, tally));
    for (const documentId of documentIds) lines[0]!.push(documentId, update);
    await tally.settled(documentIds.length, DRAIN_MS);
    if (tally.latencies.length !== documentIds.length) throw new Error(`${tally.latencies.length} of ${documentIds.length} came; refused: ${tally.refused[0] ?? 'none'}`);
  };
  try {
    await openAndWrite(0);
    await read();
    const before = kibResident(server.pid);
    for (let first = PER_WINDOW; first < ids.length; first += PER_WINDOW) await openAndWrite(first);
    await read();
    return { kibPerDocument: (kibResident(server.pid) - before) / (ids.length - PER_WINDOW) };
  } finally {
    for (const { lines } of pairs) for (const line of lines) line.close();
  }
}

function letterIn(content: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, content);
  const before = Y.encodeStateVector(doc);
  textIn(doc, 0).insert(0, 'x');
  return Y.encodeStateAsUpdate(doc, before);
}
