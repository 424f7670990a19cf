import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mergeUpdates } from 'yjs';
import { DocumentStore } from './document-store.ts';
import { FakeLine, refused, unanswered } from './fixtures/fake-line.ts';
import { bytesOf, textOf } from './fixtures/typed.ts';
import { PushQueue } from './push-queue.ts';

const DOCUMENT = 'd1';
let line: FakeLine;
let store: DocumentStore;
let queue: PushQueue;
let refusals: string[];

const queueOn = (kept: DocumentStore): PushQueue =>
  new PushQueue({ client: line.asClient, store: kept, documentId: DOCUMENT, schemaVersion: 1, onChange: () => undefined, onRefused: (code) => refusals.push(code) });
const waiting = async () => (await store.load(DOCUMENT, () => false)).unsent;
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 5_000, interval: 5 });
const allSaved = () => eventually(async () => {
  expect(queue.isEmpty).toBe(true);
  expect(await waiting()).toEqual([]);
});
/** Incompressible for Yjs, and of about so many bytes. */
const large = (size: number, letter: string) => bytesOf(letter.repeat(size));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 20 });
  line = new FakeLine();
  store = new DocumentStore(crypto.randomUUID(), 'this');
  refusals = [];
  queue = queueOn(store);
});
afterEach(() => {
  queue.stop();
  store.stop();
  vi.useRealTimers();
});

describe('what is written', () => {
  it('is sent one after the other: what comes meanwhile goes together, and nothing waits once it is answered', async () => {
    const answers: (() => void)[] = [];
    line.answer = async (push) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return line.keep(push);
    };
    for (const letter of 'abcde') queue.add(bytesOf(letter));
    expect(line.pushed).toHaveLength(1);
    expect(await waiting()).toHaveLength(5);
    answers.shift()!();
    await eventually(() => expect(line.pushed).toHaveLength(2));
    expect(queue.isEmpty).toBe(false);
    answers.shift()!();
    await allSaved();
    expect(line.log).toHaveLength(2);
    expect(textOf(line.log)).toBe('abcde');
  });

  it('is sent again under the same id when no answer came, though it arrived', async () => {
    line.answer = async (push) => {
      await line.keep(push);
      throw unanswered();
    };
    queue.add(bytesOf('a'));
    await eventually(() => expect(line.log).toHaveLength(1));
    line.answer = (push) => line.keep(push);
    queue.add(bytesOf('b'));
    await allSaved();
    const [first, again] = line.pushed;
    expect(again).toEqual(first);
    expect(line.log).toHaveLength(2);
    expect(textOf(line.log)).toBe('ab');
  });

  it('waits for a connection, and goes then', async () => {
    line.isOpen = false;
    for (const letter of 'abc') queue.add(bytesOf(letter));
    await queue.flush();
    expect(line.pushed).toEqual([]);
    expect(await waiting()).toHaveLength(3);
    line.isOpen = true;
    await queue.flush();
    await allSaved();
    expect(line.log).toHaveLength(1);
    expect(textOf(line.log)).toBe('abc');
  });

  it.each(['too_many_requests', 'unavailable', 'internal'] as const)('is sent again later after %s', async (code) => {
    line.answer = () => Promise.reject(refused(code));
    queue.add(bytesOf('a'));
    await eventually(() => expect(line.pushed).toHaveLength(1));
    expect(refusals).toEqual([]);
    line.answer = (push) => line.keep(push);
    await vi.advanceTimersByTimeAsync(1_000);
    await allSaved();
  });

  it('goes over HTTP when it is too large for a message, and not together when it would be too large', async () => {
    line.isOpen = false;
    const pieces = [large(600_000, 'a'), large(600_000, 'b'), bytesOf('c')];
    for (const piece of pieces) queue.add(piece);
    line.isOpen = true;
    await queue.flush();
    await allSaved();
    expect(line.pushed.map(({ over }) => over)).toEqual(['http', 'http']);
    expect(line.log[0]).toEqual(pieces[0]);
    expect(line.log[1]).toEqual(mergeUpdates([pieces[1]!, pieces[2]!]));
  });
});

describe('what is refused', () => {
  it.each(['forbidden', 'payload_too_large', 'document_too_large', 'client_outdated'] as const)('with %s is told once and kept, with all that is written after it', async (code) => {
    line.answer = () => Promise.reject(refused(code));
    queue.add(bytesOf('a'));
    await eventually(() => expect(refusals).toEqual([code]));
    queue.add(bytesOf('b'));
    await queue.flush();
    expect(line.pushed).toHaveLength(1);
    expect(queue.isEmpty).toBe(false);
    expect(textOf((await waiting()).map(({ bytes }) => bytes))).toBe('ab');
    line.answer = (push) => line.keep(push);
    queue.resume();
    await allSaved();
    expect(textOf(line.log)).toBe('ab');
  });

  it('for want of a session waits for the next sign-in', async () => {
    line.answer = () => Promise.reject(refused('unauthenticated'));
    queue.add(bytesOf('a'));
    await eventually(() => expect(line.pushed).toHaveLength(1));
    expect(refusals).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });
});

describe('what an earlier page left', () => {
  it('is sent: the first as it was, since it may have arrived, those behind it together', async () => {
    line.isOpen = false;
    for (const letter of 'abcd') queue.add(bytesOf(letter));
    await eventually(async () => expect(await waiting()).toHaveLength(4));
    const left = await waiting();
    line.isOpen = true;
    await line.keep({ documentId: DOCUMENT, updateId: left[0]!.updateId, schemaVersion: 1, update: Buffer.from(left[0]!.bytes).toString('base64') });
    const next = queueOn(store);
    next.restore(left);
    await next.flush();
    expect(next.isEmpty).toBe(true);
    expect(line.pushed).toHaveLength(2);
    expect(line.log).toHaveLength(2);
    expect(textOf(line.log)).toBe('abcd');
  });

  it('comes while something is being sent, and neither is lost', async () => {
    let answer: () => void = () => undefined;
    line.answer = async (push) => {
      await new Promise<void>((resolve) => { answer = resolve; });
      return line.keep(push);
    };
    queue.add(bytesOf('b'));
    await eventually(() => expect(line.pushed).toHaveLength(1));
    const key = await store.addUnsent(DOCUMENT, { updateId: 'left', bytes: bytesOf('a'), schemaVersion: 1 });
    queue.restore([{ key, updateId: 'left', bytes: bytesOf('a') }]);
    line.answer = (push) => line.keep(push);
    answer();
    await allSaved();
    expect(textOf(line.log)).toBe('ab');
    expect(line.pushed).toHaveLength(2);
  });
});

describe('a browser that keeps nothing', () => {
  it('is known to, and what is written is sent all the same', async () => {
    store.stop();
    queue.add(bytesOf('a'));
    await eventually(() => {
      expect(queue.keeps).toBe(false);
      expect(queue.isEmpty).toBe(true);
    });
    expect(textOf(line.log)).toBe('a');
  });
});
