import { expect, type Page, test } from '@playwright/test';
import { execute, startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { browserOf } from './accounts.ts';

/** A page that knows less than what stands in a document: it shows it, and leaves alone what it does not know. */
let server: TestServer;
let owner: TestAccount;
test.beforeAll(async () => {
  server = await startTestServer();
  owner = await server.setUp();
});
test.afterAll(() => server?.stop());

const NEWER = 2;
const id = { documentId: '' };

async function stateOf(): Promise<{ head: number; doc: Y.Doc }> {
  const answer = (await owner.api.call('getDocumentState', { params: { id: id.documentId }, query: { since: 0 } })) as unknown as Blob;
  const body = Buffer.from(await answer.arrayBuffer());
  const doc = new Y.Doc();
  for (let at = 8; at < body.length; at += 4 + body.readUInt32BE(at)) Y.applyUpdate(doc, body.subarray(at + 4, at + 4 + body.readUInt32BE(at)));
  return { head: Number(body.readBigUInt64BE(0)), doc };
}

/** A block of a kind that there will be, as a page of then would write it. */
async function writeNewBlock(): Promise<void> {
  const { doc } = await stateOf();
  const known = Y.encodeStateVector(doc);
  const [container, block] = [new Y.XmlElement('blockContainer'), new Y.XmlElement('hologram')];
  container.setAttribute('id', 'of-the-future');
  container.insert(0, [block]);
  (doc.getXmlFragment('document').get(0) as Y.XmlElement).push([container]);
  const body = new Blob([Buffer.from(Y.encodeStateAsUpdate(doc, known))], { type: 'application/octet-stream' });
  await owner.api.call('pushDocumentUpdate', { params: { id: id.documentId }, query: { updateId: randomUUID(), schemaVersion: 1 }, body });
  await execute(server.databaseUrl, `UPDATE document_log SET schema_version = ${NEWER} WHERE document_id = '${id.documentId}'`);
}

/** What this device keeps to be sent. */
const unsentRows = (page: Page): Promise<number> => page.evaluate(async (name) => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('not opened'));
  });
  const rows = await new Promise<{ updateId?: string }[]>((resolve) => {
    const asked = database.transaction('updates').objectStore('updates').getAll();
    asked.onsuccess = () => resolve(asked.result as { updateId?: string }[]);
  });
  database.close();
  return rows.filter(({ updateId }) => updateId !== undefined).length;
}, `parvis-documents-${owner.user.id}`);

test('a page of before shows a newer document, offers to load the new one, and deletes nothing', async ({ browser }) => {
  const { page } = await browserOf(browser, server.url, owner);
  id.documentId = (await owner.api.call('createDocument', { body: { title: 'Of two versions' } })).document.id;
  const text = page.locator('.pv-document .ProseMirror[role="textbox"]');
  await page.goto(`${server.url}/docs/${id.documentId}`);
  await text.click();
  await page.keyboard.type('What everybody knows');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  // The device forgets a little later what the server has.
  await expect.poll(() => unsentRows(page)).toBe(0);
  await page.goto(`${server.url}/docs`);
  await writeNewBlock();
  const { head } = await stateOf();

  await page.goto(`${server.url}/docs/${id.documentId}`);
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(text).toContainText('What everybody knows');
  await expect(text).toHaveAttribute('contenteditable', 'false');
  await text.click();
  await page.keyboard.type('and nobody writes');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();

  expect(await unsentRows(page)).toBe(0);
  const after = await stateOf();
  expect(after.head).toBe(head);
  expect(after.doc.getXmlFragment('document').toString()).toContain('hologram');
  await page.context().close();
});
