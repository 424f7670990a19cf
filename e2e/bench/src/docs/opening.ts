import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { kibResident, type Pinned } from '../fan-out/pinned-process.ts';
import { seedChannel } from '../fan-out/seed-channel.ts';
import { openHocuspocus, openOurs } from './lines.ts';
import { apiOf, createDocument, startHocuspocus, startParvis, stateOf } from './parvis.ts';
import { Tally } from './tally.ts';

export interface Opening {
  /** Milliseconds from asking until the document is whole, on a server that was just started. */
  typed: number;
  random: number;
  /** Resident memory of the server per open document. */
  kibPerDocument: number;
}

/** Operations go to the server in pieces of so many, as people who are offline for a while send them. */
const PIECE = 2_000;
/** Letters of each of the documents that are open at once. */
const LETTERS = 20_000;
/** What one window may have open. */
const PER_WINDOW = 20;
const LITTLE_GARBAGE = { NODE_OPTIONS: '--max-semi-space-size=2' };

/** The updates of somebody who writes letter by letter: at the end, or anywhere. */
function written(operations: number, place: (length: number) => number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('text');
  for (let done = 0; done < operations; done += PIECE) {
    doc.transact(() => {
      for (let index = 0; index < PIECE; index += 1) text.insert(place(text.length), String.fromCharCode(97 + (index % 26)));
    });
  }
  return updates;
}

const typed = (operations: number) => written(operations, (length) => length);
const random = (operations: number) => {
  let state = 1;
  return written(operations, (length) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * (length + 1));
  });
};

async function apply(updates: readonly Uint8Array[], length: number): Promise<void> {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  if (doc.getText('text').length !== length) throw new Error(`${doc.getText('text').length} of ${length} letters came`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export async function openOursAndCount(databaseUrl: string, operations: number, documents: number): Promise<Opening> {
  const seeding = await startParvis(databaseUrl);
  const { channelId, tokens } = await seedChannel(databaseUrl, Math.max(2, Math.ceil(documents / PER_WINDOW)));
  const token = tokens[0]!;
  const make = (updates: readonly Uint8Array[]) => createDocument(apiOf(seeding.url, token), channelId, updates);
  const ids = { typed: await make(typed(operations)), random: await make(random(operations)), open: [] as string[] };
  for (let index = 0; index < documents; index += 1) ids.open.push(await make(typed(LETTERS)));
  await seeding.stop();
  const open = (server: Pinned, documentId: string) => timed(async () => apply(await stateOf(apiOf(server.url, token), documentId), operations));
  const times = await onceStarted(() => startParvis(databaseUrl), async (server) => {
    // A first answer, of another kind, compiles nothing of this.
    await apiOf(server.url, token).call('getMe');
    return { typed: await open(server, ids.typed), random: await open(server, ids.random) };
  });
  const kibPerDocument = await onceStarted(() => startParvis(databaseUrl, LITTLE_GARBAGE), async (server) => {
    const before = kibResident(server.pid);
    const lines = await Promise.all(tokens.map((each, index) => openOurs({ url: server.url, index, documentIds: ids.open.slice(index * PER_WINDOW, (index + 1) * PER_WINDOW), clientId: 1_000 + index, tally: new Tally() }, each)));
    for (const documentId of ids.open) await stateOf(apiOf(server.url, token), documentId);
    const kib = (kibResident(server.pid) - before) / documents;
    for (const line of lines) line.close();
    return kib;
  });
  return { ...times, kibPerDocument };
}

export async function openHocuspocusAndCount(databaseUrl: string, operations: number, documents: number): Promise<Opening> {
  const tally = new Tally();
  const windowOf = (url: string, documentIds: string[]) => ({ url, index: 0, documentIds, clientId: 1, tally });
  const ids = { typed: randomUUID(), random: randomUUID(), open: Array.from({ length: documents }, () => randomUUID()) };
  const seeding = await startHocuspocus(databaseUrl);
  const line = await openHocuspocus(windowOf(seeding.url, [ids.typed, ids.random, ...ids.open]));
  for (const [documentId, updates] of [[ids.typed, typed(operations)], [ids.random, random(operations)], ...ids.open.map((id) => [id, typed(LETTERS)] as const)] as const) line.push(documentId, Y.mergeUpdates([...updates]));
  // It stores what it holds within ten seconds of the last edit.
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  line.close();
  await seeding.stop();
  const open = (server: Pinned, documentId: string) =>
    timed(async () => {
      let state = new Uint8Array();
      const opened = await openHocuspocus(windowOf(server.url, [documentId]), (update) => { state = Uint8Array.from(update); });
      await apply([state], operations);
      opened.close();
    });
  const times = await onceStarted(() => startHocuspocus(databaseUrl), async (server) => ({ typed: await open(server, ids.typed), random: await open(server, ids.random) }));
  const kibPerDocument = await onceStarted(() => startHocuspocus(databaseUrl, LITTLE_GARBAGE), async (server) => {
    const before = kibResident(server.pid);
    const opened = await openHocuspocus(windowOf(server.url, ids.open));
    const kib = (kibResident(server.pid) - before) / documents;
    opened.close();
    return kib;
  });
  return { ...times, kibPerDocument };
}

async function onceStarted<T>(start: () => Promise<Pinned>, work: (server: Pinned) => Promise<T>): Promise<T> {
  const server = await start();
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
