import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DocumentStore } from './document-store.ts';
import { bytesOf, textOf } from './fixtures/typed.ts';
import { forgetLastSteps } from './forget-last-steps.ts';
import { documentStoreName } from './store-name.ts';

const DOCUMENT = 'd1';
const userId = crypto.randomUUID();
const made: DocumentStore[] = [];
const window = (by = 'this'): DocumentStore => {
  const store = new DocumentStore(userId, by);
  made.push(store);
  return store;
};
const alive = (...windows: string[]) => (by: string) => windows.includes(by);
const nobody = alive();
const update = (letters: string) => ({ updateId: `id of ${letters}`, bytes: bytesOf(letters), schemaVersion: 1 });
const received = (from: number, to: number, letters: string) => ({ from, to, updates: [bytesOf(letters)], schemaVersion: 1 });

const items: Record<string, string> = {};
beforeEach(() => {
  vi.stubGlobal('localStorage', Object.setPrototypeOf(items, {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => { items[key] = value; },
    removeItem: (key: string) => { delete items[key]; },
  }));
});

afterEach(async () => {
  for (const key of Object.keys(items)) delete items[key];
  for (const store of made.splice(0)) store.stop();
  await deleteDB(documentStoreName(userId));
});

describe('a document that is kept on this device', () => {
  it('is unknown until the server said what it holds, even if that is nothing', async () => {
    const store = window();
    expect(await store.load(DOCUMENT, nobody)).toEqual({ cursor: null, updates: [], unsent: [], schemaVersion: 0 });
    await store.addReceived(DOCUMENT, { from: 0, to: 0, updates: [], schemaVersion: 1 });
    expect(await store.load(DOCUMENT, nobody)).toMatchObject({ cursor: 0, updates: [], schemaVersion: 1 });
  });

  it('holds what was written with what was acknowledged, and tells which waits', async () => {
    const store = window();
    const first = await store.addUnsent(DOCUMENT, update('a'));
    await store.addUnsent(DOCUMENT, update('b'));
    await store.acknowledge(first);
    const { updates, unsent } = await window().load(DOCUMENT, nobody);
    expect(textOf(updates)).toBe('ab');
    expect(unsent.map(({ updateId }) => updateId)).toEqual(['id of b']);
  });

  it('is left to the window that writes it while that one lives', async () => {
    await window('other').addUnsent(DOCUMENT, update('a'));
    const store = window();
    expect((await store.load(DOCUMENT, alive('other'))).unsent).toEqual([]);
    expect(textOf((await store.load(DOCUMENT, alive('other'))).updates)).toBe('a');
    expect(await store.unsentDocuments(alive('other'))).toEqual([]);
    expect(await store.unsentDocuments(nobody)).toEqual([DOCUMENT]);
    expect((await store.load(DOCUMENT, nobody)).unsent).toHaveLength(1);
  });

  it('is found again by the window that wrote it, as after signing in anew on the same page', async () => {
    await window().addUnsent(DOCUMENT, update('a'));
    expect(await window().unsentDocuments(alive('this'))).toEqual([DOCUMENT]);
    expect((await window().load(DOCUMENT, alive('this'))).unsent).toHaveLength(1);
  });

  it('waits as one thing once several were joined, and as before when that never came to be', async () => {
    const store = window();
    const keys = [await store.addUnsent(DOCUMENT, update('a')), await store.addUnsent(DOCUMENT, update('b'))];
    expect((await store.load(DOCUMENT, nobody)).unsent).toHaveLength(2);
    await store.replaceUnsent(DOCUMENT, keys, update('ab'));
    const { updates, unsent } = await store.load(DOCUMENT, nobody);
    expect(unsent.map(({ updateId }) => updateId)).toEqual(['id of ab']);
    expect(textOf(updates)).toBe('ab');
  });

  it('keeps nothing behind a gap: what was missed is asked for by the next page', async () => {
    const store = window();
    await store.addReceived(DOCUMENT, received(0, 1, 'a'));
    await store.addReceived(DOCUMENT, received(2, 3, 'c'));
    const { cursor, updates } = await store.load(DOCUMENT, nobody);
    expect(cursor).toBe(1);
    expect(textOf(updates)).toBe('a');
  });

  it('takes once what two windows heard', async () => {
    await Promise.all([window('one').addReceived(DOCUMENT, received(0, 1, 'a')), window('two').addReceived(DOCUMENT, received(0, 1, 'a'))]);
    await window('one').addReceived(DOCUMENT, received(1, 2, 'b'));
    await window('two').addReceived(DOCUMENT, { ...received(1, 3, 'c'), updates: [bytesOf('b'), bytesOf('c')] });
    const { cursor, updates } = await window().load(DOCUMENT, nobody);
    expect(cursor).toBe(3);
    expect(updates).toHaveLength(3);
    expect(textOf(updates)).toBe('abc');
  });

  it('puts many pieces together when it is opened', async () => {
    const store = window();
    const letters = Array.from({ length: 210 }, (_, index) => String.fromCharCode(0x4e00 + index));
    for (const [index, letter] of letters.entries()) await store.addReceived(DOCUMENT, received(index, index + 1, letter));
    await store.addUnsent(DOCUMENT, update('z'));
    expect((await store.load(DOCUMENT, nobody)).updates).toHaveLength(211);
    const { updates, unsent, cursor } = await window().load(DOCUMENT, nobody);
    expect(updates).toHaveLength(2);
    expect(unsent).toHaveLength(1);
    expect(cursor).toBe(210);
    expect([...textOf(updates)].sort().join('')).toBe([...letters, 'z'].sort().join(''));
  });

  it('tells of the newest client of which it holds something', async () => {
    const store = window();
    await store.addReceived(DOCUMENT, { ...received(0, 1, 'a'), schemaVersion: 3 });
    await store.addReceived(DOCUMENT, received(1, 2, 'b'));
    expect((await store.load(DOCUMENT, nobody)).schemaVersion).toBe(3);
    await store.addUnsent('d2', { ...update('a'), schemaVersion: 2 });
    expect((await store.load('d2', nobody)).schemaVersion).toBe(2);
  });
});

describe('what is forgotten', () => {
  it('is gone but for what was never sent, and does not come back with an answer that was on its way', async () => {
    const store = window();
    await store.addReceived(DOCUMENT, received(0, 1, 'a'));
    const sent = await store.addUnsent(DOCUMENT, update('b'));
    await store.acknowledge(sent);
    await store.addUnsent(DOCUMENT, update('c'));
    await store.forget(DOCUMENT);
    await store.acknowledge(sent);
    await store.addReceived(DOCUMENT, received(1, 2, 'd'));
    const { updates, unsent, cursor } = await store.load(DOCUMENT, nobody);
    expect(updates).toEqual([bytesOf('c')]);
    expect(unsent).toHaveLength(1);
    expect(cursor).toBeNull();
  });

  it('stays gone after signing out, whatever was still to be written', async () => {
    const store = window();
    await store.addReceived(DOCUMENT, received(0, 1, 'a'));
    store.stop();
    await deleteDB(documentStoreName(userId));
    await expect(store.addUnsent(DOCUMENT, update('b'))).rejects.toThrow();
    const left = await openDB(documentStoreName(userId));
    expect([...left.objectStoreNames]).toEqual([]);
    left.close();
    await deleteDB(documentStoreName(userId));
  });
});

describe('what a window wrote last, before it was closed', () => {
  /** The page goes before IndexedDB has any of it: what is on this device is what there was at that moment. */
  async function closedWhileWriting(by: string, ...letters: string[]): Promise<void> {
    const store = window(by);
    const writing = letters.map((each) => store.addUnsent(DOCUMENT, update(each)));
    const kept = { ...items };
    await Promise.all(writing);
    store.stop();
    await deleteDB(documentStoreName(userId));
    Object.assign(items, kept);
  }
  const left = async (store: DocumentStore, isAlive = nobody) => (await store.load(DOCUMENT, isAlive)).unsent.map(({ updateId }) => updateId);

  it('is found by the next one, in the order written, and once', async () => {
    await closedWhileWriting('gone', 'a', 'b', 'c');
    const store = window();
    expect(await store.unsentDocuments(nobody)).toEqual([DOCUMENT]);
    const { updates, unsent } = await store.load(DOCUMENT, nobody);
    expect(textOf(updates)).toBe('abc');
    expect(unsent.map(({ updateId }) => updateId)).toEqual(['id of a', 'id of b', 'id of c']);
    expect(items).toEqual({});
  });

  it('is found by opening the document alone', async () => {
    await closedWhileWriting('gone', 'a');
    expect(await left(window())).toEqual(['id of a']);
  });

  it('is not taken twice when IndexedDB had it after all', async () => {
    await closedWhileWriting('gone', 'a', 'b');
    await window('another').addUnsent(DOCUMENT, update('a'));
    expect(await left(window())).toEqual(['id of a', 'id of b']);
  });

  it('is left to a window that lives', async () => {
    await closedWhileWriting('other', 'a');
    expect(await left(window(), alive('other'))).toEqual([]);
    expect(await left(window())).toEqual(['id of a']);
  });

  it('is forgotten once IndexedDB has it, or will never have it', async () => {
    const store = window();
    const kept = store.addUnsent(DOCUMENT, update('a'));
    expect(Object.keys(items)).toHaveLength(1);
    await kept;
    expect(items).toEqual({});
    store.stop();
    await expect(store.addUnsent(DOCUMENT, update('b'))).rejects.toThrow();
    expect(items).toEqual({});
  });

  it('is left to IndexedDB alone when it is large: others need the room', async () => {
    const writing = window().addUnsent(DOCUMENT, { ...update('a'), bytes: new Uint8Array(64 * 1024) });
    expect(items).toEqual({});
    await writing;
  });

  it('goes with all else when somebody signs out', async () => {
    await closedWhileWriting('gone', 'a');
    forgetLastSteps('somebody else');
    expect(Object.keys(items)).toHaveLength(1);
    forgetLastSteps(userId);
    expect(items).toEqual({});
  });
});
