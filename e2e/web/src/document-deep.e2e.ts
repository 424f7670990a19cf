import { expect, type Page, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { browserOf } from './accounts.ts';

let server: TestServer;
let owner: TestAccount;
test.beforeAll(async () => {
  server = await startTestServer();
  owner = await server.setUp();
});
test.afterAll(() => server?.stop());

const [DEPTH, PIECE] = [2_000, 100];

/** Elements inside of elements, a hundred at a time, below the last block. */
async function putIntoEachOther(documentId: string): Promise<void> {
  const answer = (await owner.api.call('getDocumentState', { params: { id: documentId }, query: { since: 0 } })) as unknown as Blob;
  const state = Buffer.from(await answer.arrayBuffer());
  const doc = new Y.Doc();
  for (let at = 8; at < state.length; at += 4 + state.readUInt32BE(at)) Y.applyUpdate(doc, state.subarray(at + 4, at + 4 + state.readUInt32BE(at)));
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  let group = doc.getXmlFragment('document').get(0) as Y.XmlElement;
  for (let depth = 0; depth < DEPTH; depth += PIECE) {
    doc.transact(() => {
      for (let level = 0; level < PIECE; level += 2) {
        const [container, paragraph, inner] = [new Y.XmlElement('blockContainer'), new Y.XmlElement('paragraph'), new Y.XmlElement('blockGroup')];
        container.setAttribute('id', randomUUID());
        container.insert(0, [paragraph, inner]);
        group.push([container]);
        group = inner;
      }
    });
  }
  for (const update of made) {
    await owner.api.call('pushDocumentUpdate', { params: { id: documentId }, query: { updateId: randomUUID(), schemaVersion: 1 }, body: new Blob([Buffer.from(update)], { type: 'application/octet-stream' }) });
  }
}

/** What this page asks for there waits until it is let through. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

const textOf = (page: Page) => page.locator('.pv-document .ProseMirror[role="textbox"]');

test('a document with blocks in too many others says that it can’t be shown, and shows its earlier words once they are given back', async ({ browser }) => {
  const { page } = await browserOf(browser, server.url, owner);
  const documentId = (await owner.api.call('createDocument', { body: { title: 'Deep' } })).document.id;
  await page.goto(`${server.url}/docs/${documentId}`);
  await textOf(page).click();
  await page.keyboard.type('What was here before');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.context().close();
  const { entries } = await owner.api.call('listDocumentHistory', { params: { id: documentId }, query: {} });
  await putIntoEachOther(documentId);
  // On a device that holds nothing of it.
  const { page: later } = await browserOf(browser, server.url, owner);
  await later.goto(`${server.url}/docs/${documentId}`);
  await expect(later.getByText('blocks inside of too many others')).toBeVisible();
  // So do its history and its public page.
  await later.getByRole('button', { name: 'History' }).click();
  await later.locator('#right-pane').getByRole('button', { name: /Now/ }).click();
  await later.getByText('Document', { exact: true }).click();
  await expect(later.getByRole('region', { name: /As of/ }).getByText('blocks inside of too many others')).toBeVisible();
  const { publicPath } = await owner.api.call('updateDocumentAccess', { params: { id: documentId }, body: { published: true } });
  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto(server.url + publicPath);
  await expect(anybody.getByText('blocks inside of too many others')).toBeVisible();
  await anybody.context().close();
  await owner.api.call('restoreDocumentState', { params: { id: documentId, seq: entries[0]!.seq }, body: { clientId: randomUUID() } });
  await expect(textOf(later)).toContainText('What was here before');
  await later.context().close();
});

test('so does a device that holds its earlier words, before its editor takes any of it', async ({ browser }) => {
  const documentId = (await owner.api.call('createDocument', { body: { title: 'Deep later' } })).document.id;
  const address = `${server.url}/docs/${documentId}`;
  const [{ page: writing }, { page: loading }] = [await browserOf(browser, server.url, owner), await browserOf(browser, server.url, owner)];
  await writing.goto(address);
  await textOf(writing).click();
  await writing.keyboard.type('What was here before');
  await expect(writing.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await loading.goto(address);
  await expect(textOf(loading)).toContainText('What was here before');
  for (const page of [writing, loading]) await page.goto('about:blank');
  const { entries } = await owner.api.call('listDocumentHistory', { params: { id: documentId }, query: {} });
  await putIntoEachOther(documentId);

  // It comes when the earlier words are shown.
  const release = await holdBack(writing, '**/state?since=*');
  await writing.goto(address);
  await expect(textOf(writing)).toContainText('What was here before');
  release();
  await expect(writing.getByText('blocks inside of too many others')).toBeVisible();

  // It comes while the editor is still on its way.
  const asked = loading.waitForRequest('**/document-editor-*.js');
  const releaseState = await holdBack(loading, '**/state?since=*');
  const releaseEditor = await holdBack(loading, '**/document-editor-*.js');
  await loading.goto(address);
  await asked;
  const answered = loading.waitForResponse('**/state?since=*');
  releaseState();
  await (await answered).finished();
  releaseEditor();
  await expect(loading.getByText('blocks inside of too many others')).toBeVisible();

  await owner.api.call('restoreDocumentState', { params: { id: documentId, seq: entries[0]!.seq }, body: { clientId: randomUUID() } });
  for (const page of [writing, loading]) {
    await expect(textOf(page)).toHaveText('What was here before');
    await page.context().close();
  }
});
