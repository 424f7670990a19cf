import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { percentile } from '../fan-out/percentile.ts';
import { forgetPeak, kibPeak, kibResident, type Pinned, whileRunning } from '../fan-out/pinned-process.ts';
import { seedChannel } from '../fan-out/seed-channel.ts';
import { openHocuspocus, openOurs } from './lines.ts';
import { lettersIn, longDocument, random, typed, type Written } from './made-documents.ts';
import { apiOf, createDocument, seedHocuspocus, settled, startHocuspocus, startParvis, stateOf } from './parvis.ts';
import { Tally } from './tally.ts';

/** A large document, opened on a server that was just started; medians of some. */
export interface Opening {
  /** Milliseconds from asking for it until the window, which has nothing of it yet, holds the whole. */
  typed: number;
  random: number;
  /** MiB by which the server grows meanwhile, at most. */
  typedMib: number;
  randomMib: number;
}

/** Opened first, so that what is measured is neither connecting nor the compiling of a new process. */
const SMALL: Written = { updates: [longDocument(10, (index) => `Block ${index}`)], letters: 70 };

interface Documents<T> {
  small: T;
  typed: T;
  random: T;
}

export async function measureOpening(databaseUrl: string, operations: number, runs: number): Promise<{ ours: Opening; floor: Opening }> {
  const made: Documents<Written> = { small: SMALL, typed: typed(operations), random: random(operations) };
  return { floor: await openTheirs(databaseUrl, made, runs), ours: await openOwn(databaseUrl, made, runs) };
}

async function openTheirs(databaseUrl: string, made: Documents<Written>, runs: number): Promise<Opening> {
  const ids = { small: randomUUID(), typed: randomUUID(), random: randomUUID() };
  await whileRunning(await startHocuspocus(databaseUrl), () => seedHocuspocus(databaseUrl, kinds(made).map((kind) => ({ name: ids[kind], bytes: Y.mergeUpdates(made[kind].updates) }))));
  return opened(runs, made, () => startHocuspocus(databaseUrl), async ({ url }) => {
    let doc = new Y.Doc();
    const line = await openHocuspocus({ url, index: 0, documentIds: [], clientId: 1, tally: new Tally() }, (update) => { Y.applyUpdate(doc, update); });
    const open = async (kind: keyof Documents<string>): Promise<Y.Doc> => {
      doc = new Y.Doc();
      await line.open(ids[kind]);
      return doc;
    };
    return { open, close: line.close };
  });
}

async function openOwn(databaseUrl: string, made: Documents<Written>, runs: number): Promise<Opening> {
  const { ids, token } = await whileRunning(await startParvis(databaseUrl), async ({ url }) => {
    const { channelId, tokens } = await seedChannel(databaseUrl, 1);
    const ids: Documents<string> = { small: '', typed: '', random: '' };
    for (const kind of kinds(made)) ids[kind] = await createDocument(apiOf(url, tokens[0]!), channelId, made[kind].updates);
    await settled(databaseUrl, Object.values<string>({ ...ids }));
    return { ids, token: tokens[0]! };
  });
  return opened(runs, made, () => startParvis(databaseUrl), async ({ url }) => {
    const api = apiOf(url, token);
    const line = await openOurs({ url, index: 0, documentIds: [], clientId: 1_000, tally: new Tally() }, token);
    const open = async (kind: keyof Documents<string>): Promise<Y.Doc> => {
      const doc = new Y.Doc();
      await line.open(ids[kind]);
      const updates = await stateOf(api, ids[kind]);
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update);
      });
      return doc;
    };
    return { open, close: line.close };
  });
}

interface Client {
  open(kind: keyof Documents<unknown>): Promise<Y.Doc>;
  close(): void;
}

async function opened(runs: number, made: Documents<Written>, start: () => Promise<Pinned>, connect: (server: Pinned) => Promise<Client>): Promise<Opening> {
  const figures: Record<keyof Opening, number[]> = { typed: [], random: [], typedMib: [], randomMib: [] };
  for (let run = 0; run < runs; run += 1) {
    await whileRunning(await start(), async (server) => {
      const client = await connect(server);
      for (const kind of kinds(made)) {
        forgetPeak(server.pid);
        const [before, begun] = [kibResident(server.pid), performance.now()];
        const doc = await client.open(kind);
        const took = performance.now() - begun;
        const grown = kibPeak(server.pid) - before;
        if (lettersIn(doc) !== made[kind].letters) throw new Error(`${lettersIn(doc)} of ${made[kind].letters} letters came`);
        if (kind === 'small') continue;
        figures[kind].push(took);
        figures[`${kind}Mib`].push(grown / 1_024);
      }
      client.close();
    });
  }
  const median = (values: number[]): number => percentile(values.sort((a, b) => a - b), 0.5);
  return { typed: median(figures.typed), random: median(figures.random), typedMib: median(figures.typedMib), randomMib: median(figures.randomMib) };
}

const kinds = (made: Documents<unknown>): (keyof Documents<unknown>)[] => Object.keys(made) as (keyof Documents<unknown>)[];
