import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocalDatabase } from './database.ts';
import { CHANNEL, message, stateWith, windowOf } from './fixtures/fake-client.ts';
import { WorkspaceCache } from './workspace-cache.ts';

let database: LocalDatabase;

beforeEach(() => {
  database = new LocalDatabase(crypto.randomUUID());
});

afterEach(() => database.delete());

const window = (seqs: number[], stale = false) => windowOf(seqs.map((seq) => message(seq)), { before: 'older', stale });

it('gives back the last state, with the windows looked at last', async () => {
  const cache = new WorkspaceCache(database);
  const state = { ...stateWith({ unreadCount: 3 }), windows: { [CHANNEL]: window([1, 2]), other: window([1]), hole: window([1], true) } };
  cache.keep(state, [CHANNEL, 'hole']);
  await cache.flush();
  const again = await new WorkspaceCache(database).read();
  expect(again!.channels).toEqual(state.channels);
  expect(again!.windows).toEqual({ [CHANNEL]: state.windows[CHANNEL] });
  expect(again!.streams[`channel:${CHANNEL}`]).toMatchObject({ cursor: 10, retained: [], retainedFrom: 10 });
});

it('ignores what another version wrote', async () => {
  await (await database.open()).put('cache', { key: 'workspace', version: '0.0', state: stateWith() });
  expect(await new WorkspaceCache(database).read()).toBeNull();
});
