import 'fake-indexeddb/auto';
import { connectSocket, StreamClient } from '@parvis/client-sdk';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DocumentSession } from './document-session.ts';
import { DocumentStore } from './document-store.ts';
import { Documents } from './documents.ts';
import { bytesOf } from './fixtures/typed.ts';
import { splitState } from './read-state.ts';
import { documentStoreName } from './store-name.ts';
import { flagUnsent, mayHaveUnsent } from './unsent-flag.ts';

/** Windows of people on a real server, with what a browser keeps in memory. */
let server: TestServer;
let [olga, bob] = [] as unknown as [TestAccount, TestAccount];
const windows: PersonsWindow[] = [];

class PersonsWindow {
  readonly client: StreamClient;
  readonly documents: Documents;
  private readonly gone = new AbortController();

  constructor(account: TestAccount) {
    const socket = connectSocket({ baseUrl: server.url, token: account.token });
    this.client = new StreamClient({ api: account.api, socket });
    this.documents = new Documents(account.user.id, this.client, this.gone.signal);
    windows.push(this);
  }

  open(documentId: string): DocumentSession {
    return this.documents.open(documentId);
  }

  close(): void {
    this.gone.abort();
    this.client.stop();
  }
}

beforeAll(async () => {
  server = await startTestServer();
  olga = await server.setUp();
  bob = await server.createUser('Bob');
}, 120_000);
afterAll(() => server?.stop());

const items: Record<string, string> = Object.create({
  getItem: (key: string) => items[key] ?? null,
  setItem: (key: string, value: string) => { items[key] = value; },
  removeItem: (key: string) => { delete items[key]; },
}) as Record<string, string>;
vi.stubGlobal('localStorage', items);
afterEach(async () => {
  for (const each of windows.splice(0)) each.close();
  for (const key of Object.keys(items)) delete items[key];
  for (const { user } of [olga, bob]) await deleteDB(documentStoreName(user.id));
});

async function shared(): Promise<string> {
  const { channel } = await olga.api.call('openConversation', { body: { userIds: [bob.user.id] } });
  return (await olga.api.call('createDocument', { body: { channelId: channel.id, title: 'Minutes' } })).document.id;
}
function online(account: TestAccount): PersonsWindow {
  const made = new PersonsWindow(account);
  made.client.start();
  return made;
}
const text = ({ doc }: DocumentSession) => doc.getText('text').toString();
const write = ({ doc }: DocumentSession, letters: string) => doc.getText('text').insert(doc.getText('text').length, letters);
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 20_000, interval: 10 });
const saved = (session: DocumentSession) => eventually(() => expect(session.state).toMatchObject({ ready: true, saved: 'saved', unsent: false }));
const logOf = async (documentId: string) => splitState(await ((await olga.api.call('getDocumentState', { params: { id: documentId }, query: { since: 0 } })) as unknown as Blob).arrayBuffer());

describe('documents on a real server', () => {
  it('are written by two at once, who end with the same; each says that it is saved', async () => {
    const documentId = await shared();
    const [one, two] = [online(olga).open(documentId), online(bob).open(documentId)];
    await Promise.all([saved(one), saved(two)]);
    for (const letter of 'abcdefghij') {
      write(one, letter);
      write(two, letter.toUpperCase());
    }
    await Promise.all([saved(one), saved(two)]);
    await eventually(() => expect(text(one)).toBe(text(two)));
    expect([...text(one)].sort().join('')).toBe('ABCDEFGHIJabcdefghij');
  });

  it('are let go of one after the other by who looks through many of them', async () => {
    const { documents, client } = online(olga);
    const ids = await Promise.all(Array.from({ length: 30 }, async (_, index) => (await olga.api.call('createDocument', { body: { title: `Page ${index}` } })).document.id));
    const left: DocumentSession[] = [];
    for (const documentId of ids) {
      const session = documents.open(documentId);
      await eventually(() => expect(session.state.ready).toBe(true));
      left.push(session);
      documents.release(documentId);
    }
    await eventually(() => expect(left.filter(({ doc }) => !doc.isDestroyed)).toHaveLength(5));
    expect(client.status).toBe('online');
  });

  it('lose nothing of what was written while the server was killed', async () => {
    const documentId = await shared();
    const [one, two] = [online(olga).open(documentId), online(bob).open(documentId)];
    await Promise.all([saved(one), saved(two)]);
    write(one, 'before ');
    await saved(one);
    write(one, 'during ');
    await server.kill9();
    write(two, 'meanwhile ');
    await eventually(() => expect(two.state).toMatchObject({ saved: 'offline', unsent: true }));
    await server.start();
    await Promise.all([saved(one), saved(two)]);
    await eventually(() => expect(text(two)).toBe(text(one)));
    for (const word of ['before ', 'during ', 'meanwhile ']) expect(text(one).split(word)).toHaveLength(2);
  });

  it('stop where the right is lost, and go on where it is given back', async () => {
    const { document } = await olga.api.call('createDocument', { body: { title: 'Mine' } });
    const grant = (role: 'reader' | 'editor') => olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: bob.user.id }, body: { role } });
    await grant('editor');
    const session = online(bob).open(document.id);
    await saved(session);
    await grant('reader');
    await eventually(() => expect(session.state.role).toBe('reader'));
    write(session, 'too late');
    await eventually(() => expect(session.state).toMatchObject({ stopped: 'forbidden', unsent: true }));
    await grant('editor');
    await saved(session);
    expect((await logOf(document.id)).head).toBe(1);
  });
});

describe('what a window that is gone left unsent', () => {
  /** Written offline by a window that then died. */
  async function left(documentId: string, letters: string): Promise<void> {
    const dead = new DocumentStore(olga.user.id, crypto.randomUUID());
    for (const letter of letters) await dead.addUnsent(documentId, { updateId: crypto.randomUUID(), bytes: bytesOf(letter), schemaVersion: 1 });
    dead.stop();
    flagUnsent(olga.user.id, 'dead', true);
  }

  it('is known of though another window has nothing left', async () => {
    const documentId = await shared();
    flagUnsent(olga.user.id, 'other', true);
    const session = online(olga).open(documentId);
    write(session, 'a');
    await saved(session);
    expect(mayHaveUnsent(olga.user.id)).toBe(true);
  });

  it('is flagged also when it was written offline from the beginning', async () => {
    const session = new PersonsWindow(olga).open(await shared());
    await eventually(() => expect(session.state.saved).toBe('offline'));
    expect(mayHaveUnsent(olga.user.id)).toBe(false);
    write(session, 'a');
    expect(mayHaveUnsent(olga.user.id)).toBe(true);
  });

  it('is sent by the next page without the document being opened', async () => {
    const documentId = await shared();
    await left(documentId, 'abc');
    online(olga);
    await eventually(async () => expect((await logOf(documentId)).head).toBe(2));
    const reader = online(bob).open(documentId);
    await eventually(() => expect(text(reader)).toBe('abc'));
    await online(olga).documents.sendLeft();
    expect(mayHaveUnsent(olga.user.id)).toBe(false);
  });

  it('is sent by a window that has the document open already', async () => {
    const documentId = await shared();
    const mine = online(olga);
    const session = mine.open(documentId);
    await saved(session);
    await left(documentId, 'abc');
    await mine.documents.sendLeft();
    await eventually(() => expect(text(session)).toBe('abc'));
    await saved(session);
    expect((await logOf(documentId)).head).toBe(2);
  });

  it('is left to a window that lives: it is sent once', async () => {
    const documentId = await shared();
    const living = crypto.randomUUID();
    let die: () => void = () => undefined;
    const held = navigator.locks.request(`parvis-document-window-${living}`, () => new Promise<void>((resolve) => { die = resolve; }));
    const other = new DocumentStore(olga.user.id, living);
    await other.addUnsent(documentId, { updateId: crypto.randomUUID(), bytes: bytesOf('a'), schemaVersion: 1 });
    other.stop();
    const mine = online(olga);
    const session = mine.open(documentId);
    await saved(session);
    await mine.documents.sendLeft();
    expect(text(session)).toBe('a');
    expect((await logOf(documentId)).head).toBe(0);
    die();
    await held;
    await mine.documents.sendLeft();
    await eventually(async () => expect((await logOf(documentId)).head).toBe(1));
  });
});
