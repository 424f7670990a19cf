import { connectSocket, type ParvisSocket } from '@parvis/client-sdk';
import { DOCUMENT_SCHEMA_VERSION } from '@parvis/contracts';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { percentile } from '../fan-out/percentile.ts';
import { freshPage, startBrowser } from '../web/browsers.ts';
import { longDocument, textIn } from './made-documents.ts';
import { createDocument } from './parvis.ts';

export interface InBrowser {
  /** Milliseconds from the press on a document of 2,000 blocks until its text is painted; median of some. */
  open: number;
  /** Milliseconds from a key stroke in it to its frame, while others write in it. */
  keyP50: number;
  keyP95: number;
}

const BLOCKS = 2_000;
const WRITERS = 7;
/** Edits of each, a second. */
const RATE = 4;
const WORDS = 'The quick brown fox jumps over the lazy dog, and nobody waits for it. ';
const TITLE = 'The long one';
const FIRST = 'Block 0:';

/** Chromium with a document of 2,000 blocks of a production build, opened from the list of a warm app; then written in together with seven others. */
export async function measureInBrowser(runs: number, keys: number): Promise<InBrowser> {
  const server = await startTestServer();
  const browser = await startBrowser();
  const others: Writer[] = [];
  try {
    const owner = await server.setUp();
    const people = await Promise.all(Array.from({ length: WRITERS }, (_, index) => server.createUser(`Writer ${index}`)));
    const { channel } = await owner.api.call('openConversation', { body: { userIds: people.map(({ user }) => user.id) } });
    const content = longDocument(BLOCKS, (index) => `Block ${index}: ${WORDS.repeat(2)}`);
    const documentId = await createDocument(owner.api, channel.id, [content]);
    await owner.api.call('updateDocument', { params: { id: documentId }, body: { title: TITLE } });
    const other = await createDocument(owner.api, channel.id);
    const { page } = await freshPage(browser, server.url, owner);
    // So that it is among the recent ones.
    await page.goto(`${server.url}/docs/${documentId}`);
    await page.locator(EDITOR).waitFor();
    const opened: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      await page.goto(`${server.url}/docs/${other}`);
      await page.locator(EDITOR).waitFor();
      opened.push(await openFromList(page));
    }
    for (const account of people) others.push(await Writer.connect(server, account, documentId, content, others.length));
    const noted = await typeAmongOthers(page, others, keys);
    const times = opened.slice(1).sort((a, b) => a - b);
    return { open: percentile(times, 0.5), keyP50: percentile(noted, 0.5), keyP95: percentile(noted, 0.95) };
  } finally {
    for (const writer of others) writer.close();
    await browser.close();
    await server.stop();
  }
}

const EDITOR = '.pv-document .ProseMirror[role="textbox"]';

/** From the press on its row in the list of recent ones. */
async function openFromList(page: Page): Promise<number> {
  const row = page.getByRole('treeitem', { name: TITLE }).first();
  await row.waitFor();
  const painted = page.evaluate(([editor, words]) => window.benchProbe.painted('pointerdown', `${editor} p`, words), [EDITOR, FIRST] as const);
  await row.click();
  return painted;
}

async function typeAmongOthers(page: Page, others: readonly Writer[], keys: number): Promise<number[]> {
  await page.locator(`${EDITOR} p`).first().click();
  const timers = others.map((writer) => setInterval(() => { writer.type(); }, 1_000 / RATE));
  try {
    const noted = await page.evaluateHandle(() => window.benchProbe.noteKeys());
    await page.keyboard.type(WORDS.repeat(Math.ceil(keys / WORDS.length)).slice(0, keys), { delay: 60 });
    await page.evaluate(async ([list, count]) => {
      while (list.length < count) await new Promise(requestAnimationFrame);
    }, [noted, keys] as const);
    return (await noted.jsonValue()).slice(20).sort((a, b) => a - b);
  } finally {
    for (const timer of timers) clearInterval(timer);
  }
}

/** Somebody else, who types in a block of their own. */
class Writer {
  private readonly doc = new Y.Doc();
  private readonly socket: ParvisSocket;
  private readonly documentId: string;
  private readonly block: number;

  private constructor(connection: ParvisSocket, documentId: string, content: Uint8Array, index: number) {
    this.socket = connection;
    this.documentId = documentId;
    this.block = 3 + index * 2;
    Y.applyUpdate(this.doc, content);
    this.doc.on('update', (update: Uint8Array) => {
      connection.emit('document_push', { documentId, updateId: randomUUID(), schemaVersion: DOCUMENT_SCHEMA_VERSION, update: Buffer.from(update).toString('base64') }, () => undefined);
    });
  }

  static async connect({ url }: TestServer, account: TestAccount, documentId: string, content: Uint8Array, index: number): Promise<Writer> {
    const connection = connectSocket({ baseUrl: url, token: account.token });
    await new Promise<void>((resolve, reject) => {
      connection.once('hello', () => { resolve(); });
      connection.once('connect_error', reject);
      connection.connect();
    });
    return new Writer(connection, documentId, content, index);
  }

  type(): void {
    const text = textIn(this.doc, this.block);
    text.insert(text.length, 'x');
  }

  close(): void {
    this.socket.disconnect();
  }
}
