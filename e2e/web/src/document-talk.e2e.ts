import { expect, test, type Browser, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';

/** What is said beside a document, and what it was. */
test.describe.configure({ mode: 'serial' });

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

let server: TestServer;
let documentId: string;
let [olga, bilal] = [] as unknown as [TestAccount, TestAccount];
let [writer, commenter] = [] as unknown as [Page, Page];

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  olga = await server.setUp();
  bilal = await server.createUser('Bilal Haddad');
  documentId = (await olga.api.call('createDocument', { body: { title: 'Plan for spring' } })).document.id;
  await olga.api.call('grantDocumentToUser', { params: { id: documentId, userId: bilal.user.id }, body: { role: 'commenter' } });
  [writer, commenter] = [await pageOf(browser, olga), await pageOf(browser, bilal)];
});
test.afterAll(() => server?.stop());

const pageOf = async (browser: Browser, account: TestAccount): Promise<Page> => (await browserOf(browser, server.url, account, { viewport: DESKTOP })).page;
const text = (page: Page) => page.locator('.pv-document .ProseMirror[role="textbox"]').first();
const pane = (page: Page) => page.locator('#right-pane');
const marks = (page: Page) => page.locator('.pv-comment-mark');
const open = async (page: Page) => {
  await page.goto(`${server.url}/docs/${documentId}`);
  await expect(text(page)).toBeVisible();
};
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
/** Marks words as somebody does who drags over them. */
const select = (page: Page, words: string) =>
  text(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      (element as HTMLElement).focus();
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`${wanted} is not in the text`);
  }, words);

test('who may only comment comments words that they select; it is marked for everybody, answered and resolved', async () => {
  await open(writer);
  await text(writer).click();
  await writer.keyboard.type('We open the garden in April.');
  await writer.keyboard.press('Enter');
  await writer.keyboard.type('Somebody brings the tools.');
  await saved(writer);
  await open(commenter);
  await expect(text(commenter)).toHaveAttribute('contenteditable', 'false');
  await expect(text(commenter)).toContainText('in April');
  await select(commenter, 'in April');
  await commenter.keyboard.press('Control+Alt+m');
  await expect(pane(commenter).getByText('in April')).toBeVisible();
  await expect(marks(commenter)).toHaveText('in April');
  const composer = pane(commenter).getByRole('textbox', { name: 'Write a comment' });
  await expect(composer).toBeFocused();
  await expect(composer).toHaveAttribute('contenteditable', 'true');
  await commenter.keyboard.type('Or in **May**? ');
  await commenter.keyboard.type(`@${olga.user.name.slice(0, 3)}`);
  await commenter.getByRole('option', { name: olga.user.name }).click();
  await commenter.keyboard.press('Enter');
  await expect(pane(commenter).getByRole('article', { name: /Comment by Bilal/ })).toContainText('Or in May?');

  await expect(marks(writer)).toHaveText('in April');
  await writer.getByRole('button', { name: 'Comments, 1 open' }).click();
  await expect(pane(writer).getByRole('article')).toContainText('Or in May?');
  // What is written before the words leaves them marked.
  await text(writer).click();
  await writer.keyboard.press('Control+Home');
  await writer.keyboard.type('Decided: ');
  await expect(marks(writer)).toHaveText('in April');
  await expect(marks(commenter)).toHaveText('in April');

  // Without a mouse: the line is selected and commented at once.
  await writer.keyboard.press('Shift+End');
  await writer.keyboard.press('Control+Alt+m');
  await expect(pane(writer).locator('q', { hasText: 'We open the garden' })).toBeVisible();
  await pane(writer).getByRole('button', { name: 'Cancel' }).click();
  await marks(writer).click();
  await pane(writer).getByRole('textbox', { name: 'Reply' }).click();
  await writer.keyboard.type('April it is.');
  await writer.keyboard.press('Enter');
  await expect(pane(commenter).getByRole('article')).toHaveCount(2);
  expect(await seriousFaults(writer)).toEqual([]);
  await pane(writer).getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(pane(commenter).getByText('Resolved (1)')).toBeVisible();
  await expect(writer.getByRole('button', { name: 'Comments', exact: true })).toBeVisible();
});

test('the whole document is commented on a phone; what is not sent stays', async () => {
  await commenter.setViewportSize(PHONE);
  await open(commenter);
  await commenter.getByRole('button', { name: 'Comments', exact: true }).click();
  await pane(commenter).getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(pane(commenter).getByText('The whole document')).toBeVisible();
  const composer = pane(commenter).getByRole('textbox', { name: 'Write a comment' });
  await composer.click();
  await commenter.keyboard.type('Good plan');
  await commenter.context().setOffline(true);
  await pane(commenter).getByRole('button', { name: 'Send' }).click();
  await expect(pane(commenter).getByRole('alert')).toContainText('Not sent');
  await expect(composer).toHaveText('Good plan');
  await commenter.context().setOffline(false);
  await pane(commenter).getByRole('button', { name: 'Send' }).click();
  await expect(pane(commenter).getByRole('article')).toContainText('Good plan');
  expect(await seriousFaults(commenter)).toEqual([]);
  await commenter.setViewportSize(DESKTOP);
});

test('history shows who wrote when, what a moment changed and what it was; a name and a restore are seen by all', async () => {
  await open(writer);
  await writer.getByRole('button', { name: 'History' }).click();
  await pane(writer).getByRole('button', { name: 'Name the version of now' }).click();
  await writer.keyboard.type('Before the rain');
  await writer.keyboard.press('Enter');
  await expect(pane(writer).getByText('Before the rain')).toBeVisible();

  await text(writer).click();
  await writer.keyboard.press('Control+End');
  await writer.keyboard.press('Enter');
  await writer.keyboard.type('Rain: everything is cancelled.');
  await select(writer, 'tools');
  await writer.keyboard.type('soup');
  await saved(writer);
  await expect(pane(writer).getByRole('button', { name: /Now/ })).not.toContainText('Before the rain');
  await pane(writer).getByRole('button', { name: /Now/ }).click();
  const changes = writer.locator('[data-change]');
  await expect(changes.filter({ hasText: 'Rain: everything' })).toHaveAttribute('data-change', 'added');
  await expect(changes.locator('ins', { hasText: 'soup' })).toBeVisible();
  await expect(changes.locator('del', { hasText: 'tools' })).toBeVisible();
  expect(await seriousFaults(writer)).toEqual([]);

  await pane(writer).getByRole('button', { name: /Before the rain/ }).click();
  await writer.getByText('Document', { exact: true }).click();
  const preview = writer.getByRole('region', { name: /As of/ }).locator('.ProseMirror[role="textbox"]');
  await expect(preview).toContainText('brings the tools');
  await expect(preview).toHaveAttribute('contenteditable', 'false');
  await writer.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(writer.getByText('Restored')).toBeVisible();
  await expect(text(writer)).toContainText('brings the tools');
  await expect(text(writer)).not.toContainText('Rain');
  await open(commenter);
  await expect(text(commenter)).not.toContainText('Rain');
  await writer.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(text(writer)).toContainText('Rain: everything is cancelled.');
  await expect(text(commenter)).toContainText('brings the soup');
});

test('who mentions somebody that can’t open it hears so once, and may share it at once where they manage it', async () => {
  const carla = await server.createUser('Carla Ruiz');
  await server.createUser('Dora Maar');
  await open(writer);
  const asked: string[] = [];
  writer.on('request', (request) => {
    if (request.url().endsWith('/readers/lookup')) asked.push(request.postData() ?? '');
  });
  const mention = async (name: string) => {
    const before = await text(writer).getByRole('button', { name: `@${name}` }).count();
    await writer.keyboard.type(` @${name.slice(0, 4)}`);
    await expect(writer.getByRole('option').first()).toHaveAccessibleName(new RegExp(`^${name}`));
    await writer.keyboard.press('Enter');
    await expect(text(writer).getByRole('button', { name: `@${name}` })).toHaveCount(before + 1);
  };
  await text(writer).click();
  await writer.keyboard.press('Control+End');
  await mention('Carla Ruiz');
  const hint = writer.getByText('Carla Ruiz can\'t open this document.');
  await expect(hint).toBeVisible();
  await writer.keyboard.type('and');
  await mention('Carla Ruiz');
  const answered = writer.waitForResponse((response) => response.url().endsWith('/readers/lookup'));
  await mention('Bilal Haddad');
  await answered;
  expect(asked.map((body) => (JSON.parse(body) as { userIds: string[] }).userIds)).toEqual([[carla.user.id], [bilal.user.id]]);
  await expect(text(writer)).toContainText('@Carla Ruiz and @Carla Ruiz');
  await expect(hint).toHaveCount(1);
  await writer.getByRole('button', { name: 'Share…' }).click();
  const dialog = writer.getByRole('dialog', { name: 'Share “Plan for spring”' });
  await expect(dialog.getByText('Carla Ruiz', { exact: true })).toBeVisible();
  expect(await seriousFaults(writer)).toEqual([]);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Take it back from Carla Ruiz' })).toBeVisible();
  await writer.keyboard.press('Escape');
  await expect(text(writer)).toBeFocused();

  await open(commenter);
  await commenter.getByRole('button', { name: /Comments/ }).click();
  await pane(commenter).getByRole('button', { name: 'Comment', exact: true }).click();
  await pane(commenter).getByRole('textbox', { name: 'Write a comment' }).click();
  await commenter.keyboard.type('What does @Dora');
  await expect(commenter.getByRole('option').first()).toHaveAccessibleName(/Dora Maar/);
  await commenter.keyboard.press('Enter');
  await commenter.keyboard.type(' say?');
  await pane(commenter).getByRole('button', { name: 'Send' }).click();
  await expect(commenter.getByText('Dora Maar can\'t open this document.')).toBeVisible();
  await expect(commenter.getByRole('button', { name: 'Share…' })).toHaveCount(0);
});

test('who is mentioned is told, finds it in a list, and has seen it once the document was open', async () => {
  await writer.goto(`${server.url}/`);
  await expect(writer.getByRole('link', { name: 'Docs', exact: true })).toBeVisible();
  // Connected: what comes now comes at once.
  await expect(writer.getByRole('textbox', { name: /^Message/ })).toBeVisible();
  const say = (words: string) => bilal.api.call('createCommentThread', { params: { id: documentId }, body: { clientId: crypto.randomUUID(), text: `${words} [@you](mention:user/${olga.user.id})`, anchor: null } });
  await say('Bring a spade,');
  await expect(writer.getByText(/Bilal Haddad mentioned you: Bring a spade/)).toBeVisible();
  await expect(writer.getByRole('link', { name: /mentions? in documents Docs/ })).toBeVisible();
  await writer.getByRole('link', { name: /Docs/ }).click();
  await writer.getByRole('button', { name: /^Mentions/ }).click();
  const list = writer.getByRole('dialog', { name: 'Mentions' });
  await expect(list.getByRole('img', { name: 'Not seen yet' }).first()).toBeVisible();
  expect(await seriousFaults(writer)).toEqual([]);
  await list.getByRole('link', { name: /Bring a spade/ }).click();
  await expect(text(writer)).toBeVisible();
  await expect(writer.getByRole('link', { name: 'Docs', exact: true })).toBeVisible();
});
