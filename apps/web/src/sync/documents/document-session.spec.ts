import 'fake-indexeddb/auto';
import { DOCUMENT_SCHEMA_VERSION } from '@parvis/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DocumentSession } from './document-session.ts';
import { DocumentStore } from './document-store.ts';
import { FakeLine, refused } from './fixtures/fake-line.ts';
import { bytesOf } from './fixtures/typed.ts';

const DOCUMENT = 'd1';
const NEWER = DOCUMENT_SCHEMA_VERSION + 1;
let line: FakeLine;
let userId: string;
let store: DocumentStore;
const sessions: DocumentSession[] = [];

function open(kept = store): DocumentSession {
  const session = new DocumentSession(line.asClient, kept, DOCUMENT);
  sessions.push(session);
  session.start();
  return session;
}
const text = ({ doc }: DocumentSession) => doc.getText('text').toString();
const write = ({ doc }: DocumentSession, letters: string) => doc.getText('text').insert(doc.getText('text').length, letters);
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 5_000, interval: 5 });
const saved = (session: DocumentSession) => eventually(() => expect(session.state).toMatchObject({ ready: true, saved: 'saved', unsent: false }));
/** So long that it is said that there is no connection. */
const longAway = () => vi.advanceTimersByTime(2_000);
/** What others wrote: it is in the log, and nobody was told. */
const others = (letters: string) => { for (const letter of letters) line.log.push(bytesOf(letter)); };
/** As after a reload: what is on this device, with the line as it is now. */
async function reloaded(session: DocumentSession): Promise<DocumentSession> {
  await session.stop();
  store = new DocumentStore(userId, crypto.randomUUID());
  return open();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  line = new FakeLine();
  userId = crypto.randomUUID();
  store = new DocumentStore(userId, crypto.randomUUID());
});
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.stop();
  store.stop();
  vi.useRealTimers();
});

describe('an open document', () => {
  it('has what the server has, and writes nothing by being opened', async () => {
    others('ab');
    const session = open();
    await saved(session);
    expect(text(session)).toBe('ab');
    expect(session.state.role).toBe('editor');
    expect(line.pushed).toEqual([]);
  });

  it('takes updates that come twice, turned about and with gaps, each once', async () => {
    others('ab');
    const session = open();
    await saved(session);
    const changes: unknown[] = [];
    session.doc.on('update', (change) => changes.push(change));
    others('cdef');
    line.tell(DOCUMENT, [4]);
    line.tell(DOCUMENT, [3]);
    line.tell(DOCUMENT, [3, 4]);
    await eventually(() => expect(text(session)).toBe('abcdef'));
    line.tell(DOCUMENT, [5, 6]);
    line.tell(DOCUMENT, [1, 2, 6]);
    expect(text(session)).toBe('abcdef');
    others('g');
    line.tell(DOCUMENT, [7]);
    expect(text(session)).toBe('abcdefg');
    expect(line.fetched).toEqual([0, 2]);
  });

  it('asks for what was lost on the way, and again when no answer comes', async () => {
    const session = open();
    await saved(session);
    others('abc');
    let failures = 0;
    line.fetching = () => (failures++ === 0 ? Promise.reject(refused('unavailable')) : Promise.resolve());
    line.tell(DOCUMENT, [3]);
    expect(text(session)).toBe('');
    await eventually(() => expect(text(session)).toBe('abc'));
  });

  it('hears while it fetches', async () => {
    others('ab');
    let go: () => void = () => undefined;
    line.fetching = () => new Promise((resolve) => { go = resolve; });
    const session = open();
    await eventually(() => expect(line.fetched).toHaveLength(1));
    others('cd');
    line.tell(DOCUMENT, [4]);
    line.tell(DOCUMENT, [3]);
    line.fetching = () => Promise.resolve();
    go();
    await eventually(() => expect(text(session)).toBe('abcd'));
  });

  it('says that it is saved only once the server answered', async () => {
    const session = open();
    await saved(session);
    let answer: () => void = () => undefined;
    line.answer = async (push) => {
      await new Promise<void>((resolve) => { answer = resolve; });
      return line.keep(push);
    };
    write(session, 'a');
    expect(session.state).toMatchObject({ saved: 'saving', unsent: true });
    line.cut();
    longAway();
    expect(session.state).toMatchObject({ saved: 'offline', unsent: true });
    line.greet();
    answer();
    await saved(session);
  });
});

describe('a connection that is not there yet, or away for a moment', () => {
  it('is not called offline', async () => {
    others('a');
    await saved(open());
    line.cut();
    const session = await reloaded(sessions[0]!);
    const said = new Set<string>();
    session.listeners.subscribe(() => said.add(session.state.saved));
    await eventually(() => expect(session.state).toMatchObject({ ready: true, saved: 'saved' }));
    line.greet();
    line.cut();
    write(session, 'b');
    line.greet();
    await saved(session);
    longAway();
    expect([...said]).toEqual(['saved', 'saving']);
  });

  it('is no longer so from its return on, whatever is fetched then', async () => {
    const session = open();
    await saved(session);
    line.cut();
    longAway();
    expect(session.state.saved).toBe('offline');
    others('a');
    line.fetching = () => new Promise(() => undefined);
    line.greet();
    await eventually(() => expect(line.fetched).toEqual([0, 0]));
    expect(session.state.saved).toBe('saved');
  });
});

describe('offline', () => {
  it('it opens with what was read and written here, and merges once there is a connection', async () => {
    others('ab');
    const before = open();
    await saved(before);
    line.cut();
    write(before, 'x');
    await eventually(async () => expect((await store.load(DOCUMENT, () => false)).unsent).toHaveLength(1));
    const session = await reloaded(before);
    longAway();
    await eventually(() => expect(session.state).toMatchObject({ ready: true, saved: 'offline', unsent: true, role: null }));
    expect(text(session)).toBe('abx');
    write(session, 'y');
    others('c');
    line.greet();
    await saved(session);
    await eventually(() => expect([...text(session)].sort().join('')).toBe('abcxy'));
    expect(line.log).toHaveLength(5);
  });

  it('a document in which nobody wrote yet opens too', async () => {
    const before = open();
    await saved(before);
    line.cut();
    const session = await reloaded(before);
    longAway();
    await eventually(() => expect(session.state).toMatchObject({ ready: true, saved: 'offline' }));
  });

  it('says that something would be lost with the page when this browser keeps nothing', async () => {
    const session = open();
    await saved(session);
    store.stop();
    line.cut();
    longAway();
    write(session, 'a');
    await eventually(() => expect(session.state.saved).toBe('unkept'));
    expect(session.wouldLose).toBe(true);
    line.greet();
    await saved(session);
    expect(session.wouldLose).toBe(false);
  });
});

describe('a right that is lost', () => {
  it('stops writing, and nothing stays here but what was never sent', async () => {
    others('ab');
    const session = open();
    await saved(session);
    line.cut();
    write(session, 'x');
    line.opening = () => { throw refused('not_found'); };
    line.greet();
    line.say('document_closed', { documentId: DOCUMENT });
    await eventually(() => expect(session.state).toMatchObject({ stopped: 'closed', missing: true, unsent: true }));
    await eventually(async () => expect((await store.load(DOCUMENT, () => false)).updates).toHaveLength(1));
    expect(line.pushed).toEqual([]);
  });

  it('says that it is closed when the right to see it was lost while there was no connection, and keeps none of it', async () => {
    others('ab');
    const session = open();
    await saved(session);
    line.cut();
    line.opening = () => { throw refused('not_found'); };
    line.greet();
    await eventually(() => expect(session.state).toMatchObject({ stopped: 'closed', missing: true, role: null }));
    const again = await reloaded(session);
    await eventually(() => expect(again.state.missing).toBe(true));
    expect(again.state.ready).toBe(false);
  });

  it('and given back sends what waited', async () => {
    const session = open();
    await saved(session);
    line.answer = () => Promise.reject(refused('forbidden'));
    line.opening = () => ({ role: 'reader', schemaVersion: 1 });
    write(session, 'a');
    await eventually(() => expect(session.state).toMatchObject({ stopped: 'forbidden', unsent: true }));
    line.say('document_changed', { documentId: DOCUMENT, what: 'access' });
    await eventually(() => expect(session.state.role).toBe('reader'));
    expect(session.state.stopped).toBe('forbidden');
    line.answer = (push) => line.keep(push);
    line.opening = () => ({ role: 'editor', schemaVersion: 1 });
    line.say('document_changed', { documentId: DOCUMENT, what: 'access' });
    await saved(session);
    expect(session.state.stopped).toBeNull();
    expect(line.log).toHaveLength(1);
  });
});

describe('a document that holds what this client does not know', () => {
  /** What an editor does with what its schema doesn't know. */
  const drop = ({ doc }: DocumentSession) => doc.getText('text').delete(0, 1);
  const nothingSent = async () => {
    expect(line.pushed).toEqual([]);
    expect((await store.load(DOCUMENT, () => false)).unsent).toEqual([]);
  };

  it('is shown, and nothing that is done to it is sent or kept', async () => {
    others('ab');
    line.opening = () => ({ role: 'editor', schemaVersion: NEWER });
    const session = open();
    await eventually(() => expect(session.state).toMatchObject({ ready: true, stopped: 'outdated' }));
    expect(text(session)).toBe('ab');
    drop(session);
    expect(text(session)).toBe('b');
    await nothingSent();
  });

  it('is told from the moment on at which somebody wrote it, before it reaches the editor', async () => {
    others('ab');
    const session = open();
    await saved(session);
    const bound = session.doc;
    others('c');
    line.tell(DOCUMENT, [3], NEWER);
    expect(session.state.stopped).toBe('outdated');
    expect(session.doc).not.toBe(bound);
    expect(bound.getText('text').toString()).toBe('ab');
    expect(text(session)).toBe('abc');
    drop(session);
    await nothingSent();
  });

  it('is told also offline, of what a newer window kept', async () => {
    await store.addReceived(DOCUMENT, { from: 0, to: 1, updates: [bytesOf('a')], schemaVersion: NEWER });
    line.isOpen = false;
    const session = open();
    await eventually(() => expect(session.state).toMatchObject({ ready: true, stopped: 'outdated' }));
    expect(text(session)).toBe('a');
    drop(session);
    await nothingSent();
  });

  it('keeps what was written here before, for a newer client to send', async () => {
    const session = open();
    await saved(session);
    line.cut();
    write(session, 'x');
    line.opening = () => ({ role: 'editor', schemaVersion: NEWER });
    line.greet();
    await eventually(() => expect(session.state).toMatchObject({ stopped: 'outdated', unsent: true }));
    expect(line.pushed).toEqual([]);
    expect((await store.load(DOCUMENT, () => false)).unsent).toHaveLength(1);
  });
});

describe('a document that is left', () => {
  it('lets go of everything', async () => {
    const session = open();
    await saved(session);
    expect(line.listening).toBeGreaterThan(0);
    await session.stop();
    expect(line.listening).toBe(0);
    expect(session.doc.isDestroyed).toBe(true);
  });
});
