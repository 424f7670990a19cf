import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LocalDatabase } from './database.ts';
import { Drafts } from './drafts.ts';

let database: LocalDatabase;
let drafts: Drafts;

beforeEach(async () => {
  database = new LocalDatabase(crypto.randomUUID());
  drafts = new Drafts(database);
  await drafts.load();
});

afterEach(() => database.delete());

const reloaded = async () => {
  const again = new Drafts(database);
  await again.load();
  return again;
};

it('keeps a draft per conversation over a reload', async () => {
  drafts.set('a', 'one');
  drafts.set('b', 'two');
  await drafts.flush();
  const again = await reloaded();
  expect([again.get('a'), again.get('b'), again.get('c')]).toEqual(['one', 'two', '']);
  expect([...again.keys]).toEqual(['a', 'b']);
});

it('forgets a draft that was emptied', async () => {
  drafts.set('a', 'one');
  await drafts.flush();
  drafts.set('a', '');
  await drafts.flush();
  expect((await reloaded()).keys.size).toBe(0);
});

it('writes by itself soon after the last key', async () => {
  drafts.set('a', 'one');
  await vi.waitFor(async () => {
    expect((await reloaded()).get('a')).toBe('one');
  });
});

it('tells a new set of conversations only when one begins or ends to have a draft', () => {
  drafts.set('a', 'o');
  const { keys } = drafts;
  drafts.set('a', 'on');
  expect(drafts.keys).toBe(keys);
  drafts.set('b', 't');
  expect(drafts.keys).not.toBe(keys);
});
