import 'fake-indexeddb/auto';
import { ApiProblem, NetworkFailure } from '@parvis/client-sdk';
import type { Draft } from '@parvis/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalDatabase } from './database.ts';
import { Drafts, type DraftPlace } from './drafts.ts';
import { CHANNEL, FakeClient, stateWith } from './fixtures/fake-client.ts';

const PLACE: DraftPlace = { channelId: CHANNEL, threadId: null };
const THREAD: DraftPlace = { channelId: CHANNEL, threadId: 'root' };
let database: LocalDatabase;
let client: FakeClient;
let drafts: Drafts;
let clock: number;

const kept = (text: string): Draft => {
  clock += 1;
  return { ...PLACE, text, attachments: [], quotedMessageId: null, updatedAt: new Date(clock).toISOString() };
};
/** What the server says of the place, at last. */
const arrives = (draft: Draft | null) => {
  const remote: Record<string, Draft> = draft === null ? {} : { [CHANNEL]: draft };
  client.update((state) => ({ ...state, drafts: remote }));
};
const connected = () => {
  const made = new Drafts(database);
  made.connect(client.asClient);
  return made;
};
const saves = () => client.calls.filter(({ operation }) => operation === 'saveDraft').map(({ input }) => (input.body as { text: string }).text);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  clock = Date.now();
  database = new LocalDatabase(crypto.randomUUID());
  client = new FakeClient(stateWith());
  client.handle = (_operation, { body }) => Promise.resolve({ draft: (body as Draft).text === '' ? null : kept((body as Draft).text) });
  drafts = connected();
});

afterEach(async () => {
  vi.useRealTimers();
  await database.delete();
});

const reloaded = async () => {
  await drafts.flush();
  const again = new Drafts(database);
  await again.load();
  return again;
};

describe('words typed right before the page goes', () => {
  beforeEach(() => {
    const items = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => items.set(key, value),
      removeItem: (key: string) => items.delete(key),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('are there after a reload that did not wait for the database, and once only', async () => {
    drafts.set(PLACE, { text: 'what was kept' });
    await drafts.flush();
    vi.setSystemTime(Date.now() + 1_000);
    drafts.set(PLACE, { text: 'half a sentence' });
    drafts.keepLastWords();
    // The page is gone here: nothing more is written.
    const next = new Drafts(database);
    await next.load();
    expect(next.get(PLACE).text).toBe('half a sentence');
    next.set(PLACE, { text: '' });
    await next.flush();
    const last = new Drafts(database);
    await last.load();
    expect(last.get(PLACE).text).toBe('');
  });

  it('are kept also while the database is being given them', async () => {
    drafts.set(PLACE, { text: 'half a sentence' });
    const flushed = drafts.flush();
    drafts.keepLastWords();
    expect(localStorage.getItem(`${database.name}-last-words`)).toContain('half a sentence');
    await flushed;
  });

  it('are kept also when a composer hands them over after the page began to go', async () => {
    drafts.set(PLACE, { text: 'what was sent long ago' });
    await drafts.flush();
    vi.setSystemTime(Date.now() + 1_000);
    drafts.set(THREAD, { text: 'handed over before' });
    const first = drafts.flushBeforeGoing();
    drafts.set(PLACE, { text: 'half a sentence' });
    expect(localStorage.getItem(`${database.name}-last-words`)).toContain('half a sentence');
    await first;
    await vi.waitFor(() => {
      expect(localStorage.getItem(`${database.name}-last-words`)).toBeNull();
    });
    const next = new Drafts(database);
    await next.load();
    expect([next.get(PLACE).text, next.get(THREAD).text]).toEqual(['half a sentence', 'handed over before']);
  });

  it('do not replace what the database got after them', async () => {
    drafts.set(PLACE, { text: 'older' });
    drafts.keepLastWords();
    const stored = localStorage.getItem(`${database.name}-last-words`) ?? '';
    vi.setSystemTime(Date.now() + 1_000);
    drafts.set(PLACE, { text: 'newer' });
    await drafts.flush();
    localStorage.setItem(`${database.name}-last-words`, stored);
    const next = new Drafts(database);
    await next.load();
    expect(next.get(PLACE).text).toBe('newer');
  });
});

describe('a draft on this device', () => {
  it('is there at once, and after a reload without a network', async () => {
    client.handle = () => Promise.reject(new NetworkFailure('lost'));
    drafts.set(PLACE, { text: 'one' });
    drafts.set(THREAD, { text: 'two' });
    expect(drafts.get(PLACE).text).toBe('one');
    const again = await reloaded();
    expect([again.get(PLACE).text, again.get(THREAD).text, again.get({ channelId: 'other', threadId: null }).text]).toEqual(['one', 'two', '']);
    expect([...again.conversations]).toEqual([CHANNEL]);
  });

  it('of an earlier version is read as one of its conversation', async () => {
    await (await database.open()).put('drafts', { key: CHANNEL, text: 'old' } as never);
    const again = new Drafts(database);
    await again.load();
    expect(again.get(PLACE)).toMatchObject({ text: 'old', attachments: [] });
  });

  it('tells a new set of conversations only when one begins or ends to have a draft', () => {
    drafts.set(PLACE, { text: 'o' });
    const { conversations } = drafts;
    drafts.set(PLACE, { text: 'on' });
    expect(drafts.conversations).toBe(conversations);
    drafts.set(THREAD, { text: 't' });
    expect(drafts.conversations).toBe(conversations);
    drafts.set(PLACE, { text: '' });
    expect(drafts.conversations.size).toBe(0);
  });
});

describe('a draft on its way to the server', () => {
  it('goes after a pause, the last words only, and is the server’s once its event came', async () => {
    drafts.set(PLACE, { text: 'o' });
    drafts.set(PLACE, { text: 'one' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saves()).toEqual(['one']);
    expect((await reloaded()).get(PLACE).text).toBe('one');
    arrives(kept('one'));
    expect(drafts.get(PLACE).text).toBe('one');
    expect((await reloaded()).get(PLACE).text).toBe('');
  });

  it('is shown here until its own event came, whatever came before that', async () => {
    drafts.set(PLACE, { text: 'one two' });
    await vi.advanceTimersByTimeAsync(2_000);
    arrives({ ...kept('one'), updatedAt: new Date(0).toISOString() });
    expect(drafts.get(PLACE).text).toBe('one two');
  });

  it('goes at once when the composer is left or emptied', async () => {
    drafts.set(PLACE, { text: 'one' });
    drafts.leave(PLACE);
    await vi.advanceTimersByTimeAsync(0);
    expect(saves()).toEqual(['one']);
    drafts.set(PLACE, { text: '' });
    await vi.advanceTimersByTimeAsync(0);
    expect(saves()).toEqual(['one', '']);
    arrives(null);
    expect(drafts.get(PLACE).text).toBe('');
  });

  it('waits for the network, and goes when it is back', async () => {
    client.handle = () => Promise.reject(new NetworkFailure('lost'));
    client.status = 'reconnecting';
    drafts.set(PLACE, { text: 'one' });
    await vi.advanceTimersByTimeAsync(2_000);
    client.handle = () => Promise.resolve({ draft: kept('one') });
    client.status = 'online';
    client.update((state) => ({ ...state }));
    await vi.advanceTimersByTimeAsync(0);
    expect(saves()).toEqual(['one', 'one']);
  });

  it('goes by itself once the server takes more again', async () => {
    client.handle = () => Promise.reject(new ApiProblem({ code: 'too_many_requests', status: 429 }, 1));
    drafts.set(PLACE, { text: 'one' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saves()).toEqual(['one']);
    client.handle = () => Promise.resolve({ draft: kept('one') });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saves()).toEqual(['one', 'one']);
  });

  it('is given up for a conversation that I am no longer in', async () => {
    client.handle = () => Promise.reject(new ApiProblem({ code: 'not_found', status: 404 }));
    drafts.set(PLACE, { text: 'one' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(drafts.get(PLACE).text).toBe('');
    drafts.set(PLACE, { text: 'two' });
    client.update((state) => ({ ...state, channels: {} }));
    expect(drafts.get(PLACE).text).toBe('');
  });

  it('stays here with its words when the server does not take it', async () => {
    client.handle = () => Promise.reject(new ApiProblem({ code: 'message_too_long', status: 422 }));
    drafts.set(PLACE, { text: 'long' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves()).toEqual(['long']);
    expect(drafts.get(PLACE).text).toBe('long');
  });
});

describe('a draft of another device', () => {
  it('is shown, and told to the composer by a new revision', () => {
    const before = drafts.revision(PLACE);
    arrives(kept('from the phone'));
    expect(drafts.get(PLACE).text).toBe('from the phone');
    expect(drafts.revision(PLACE)).toBe(before + 1);
    arrives(null);
    expect([drafts.get(PLACE).text, drafts.revision(PLACE)]).toEqual(['', before + 2]);
  });

  it('does not replace what is being typed, which is the last written then', async () => {
    drafts.touch(PLACE);
    arrives(kept('from the phone'));
    expect(drafts.revision(PLACE)).toBe(0);
    drafts.set(PLACE, { text: 'typed here' });
    arrives(kept('from the phone, more'));
    expect([drafts.get(PLACE).text, drafts.revision(PLACE)]).toEqual(['typed here', 0]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saves()).toEqual(['typed here']);
  });

  it('leaves the composer alone when it is my own, come back', async () => {
    drafts.set(PLACE, { text: 'one' });
    await vi.advanceTimersByTimeAsync(2_000);
    arrives(kept('one'));
    expect(drafts.revision(PLACE)).toBe(0);
  });
});
