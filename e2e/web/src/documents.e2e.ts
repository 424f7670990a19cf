import { expect, test, type Browser, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { browserOf } from './accounts.ts';

/** Documents as people write them: together, offline, while the server dies. */
test.describe.configure({ mode: 'serial' });

let server: TestServer;
let channelId: string;
let documentId: string;
const people: { account: TestAccount; page: Page }[] = [];

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Workshop team' } });
  channelId = (await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'workshop' } })).channel.id;
  const add = async (account: TestAccount) => people.push({ account, page: await pageOf(browser, account) });
  await add(owner);
  for (const name of ['Bilal', 'Chloé']) {
    const account = await server.createUser(name, { teamIds: [team.id] });
    await owner.api.call('addChannelMember', { params: { id: channelId }, body: { userId: account.user.id } });
    await add(account);
  }
});
test.afterAll(() => server?.stop());

/** Of each; with letters that stand next to their like of another. */
const WORDS = ['hello.', 'help.', 'llama.'];
const pageOf = async (browser: Browser, account: TestAccount): Promise<Page> => (await browserOf(browser, server.url, account)).page;
const text = (page: Page) => page.locator('.pv-document .ProseMirror[role="textbox"]');
/** Without the cursors of others. */
const words = (page: Page) => text(page).evaluate((element) => {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const cursor of copy.querySelectorAll('.pv-doc-cursor')) cursor.remove();
  return copy.textContent;
});
/** To where nothing stands before the caret, or behind it. Pressed again where it did not go there: a change of somebody else's cursor at that moment puts it back. */
const goTo = (page: Page, end: 'Home' | 'End') => expect(async () => {
  await page.keyboard.press(`Control+${end}`);
  const between = await text(page).evaluate((element, side) => {
    const { anchorNode, anchorOffset } = getSelection()!;
    const range = document.createRange();
    range.selectNodeContents(element);
    if (side === 'Home') range.setEnd(anchorNode!, anchorOffset);
    else range.setStart(anchorNode!, anchorOffset);
    const copy = range.cloneContents();
    for (const cursor of copy.querySelectorAll('.pv-doc-cursor')) cursor.remove();
    return copy.textContent.replaceAll('\u2060', '');
  }, end);
  expect(between).toBe('');
}).toPass();
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Saved' });
const open = async (page: Page) => {
  await page.goto(`${server.url}/docs/${documentId}`);
  await expect(text(page)).toBeVisible();
};

test('somebody begins a document, gives it a title and writes; it is saved and there again', async () => {
  const { page } = people[0]!;
  await page.goto(`${server.url}/docs`);
  // Pressed twice it makes one; and what is typed then is its title.
  await page.getByRole('button', { name: 'New document' }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  expect((await people[0]!.account.api.call('listDocuments', { query: { place: 'personal' } })).documents).toHaveLength(1);
  await page.keyboard.type('Minutes of Monday');
  await expect(text(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('We decided to begin.');
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Documents' }).getByText('Minutes of Monday').first()).toBeVisible();
  await page.reload();
  await expect(text(page)).toContainText('We decided to begin.');
});

test('three people type at once, see each other and end with the same', async () => {
  documentId = (await people[0]!.account.api.call('createDocument', { body: { channelId, title: 'Plan' } })).document.id;
  await Promise.all(people.map(({ page }) => open(page)));
  // All at the beginning before the first letter: who goes into a word of somebody else writes in it.
  await Promise.all(people.map(({ page }) => text(page).click()));
  await Promise.all(people.map(async ({ page }, index) => {
    await page.keyboard.type(WORDS[index]!, { delay: 15 });
  }));
  for (const { page } of people) {
    await expect(saved(page)).toBeVisible();
    await expect(page.getByRole('img', { name: /Also here/ })).toBeVisible();
  }
  await expect(async () => {
    const texts = await Promise.all(people.map(({ page }) => words(page)));
    expect(new Set(texts).size).toBe(1);
    // All began at the same place: the words of each stay together.
    for (const said of WORDS) expect(texts[0]).toContain(said);
  }).toPass();
  // The cursors of others stand in the text and move none of it.
  for (const { page } of people) {
    await expect(text(page).locator('.pv-doc-cursor')).toHaveCount(2);
    const [shown, without] = await text(page).evaluate((element) => {
      const height = () => element.querySelector<HTMLElement>('.bn-block-group')!.offsetHeight;
      const before = height();
      for (const cursor of element.querySelectorAll<HTMLElement>('.pv-doc-cursor')) cursor.style.display = 'none';
      return [before, height()];
    });
    expect(shown).toBe(without);
  }
});

test('what is written offline says so, survives a reload, and merges with what others wrote', async () => {
  const [{ page: one }, { page: two }] = people as [(typeof people)[0], (typeof people)[0]];
  await one.context().setOffline(true);
  await expect(one.getByText('Offline, kept on this device')).toBeVisible();
  await text(one).click();
  await one.keyboard.press('Control+End');
  await one.keyboard.press('Enter');
  await one.keyboard.type('written offline');
  await text(two).click();
  await two.keyboard.press('Control+Home');
  await two.keyboard.type('meanwhile online ');
  await expect(saved(two)).toBeVisible();
  await one.context().setOffline(false);
  await expect(saved(one)).toBeVisible();
  for (const { page } of people) {
    await expect(text(page)).toContainText('written offline');
    await expect(text(page)).toContainText('meanwhile online');
  }
});

test('the server is killed while people type: nothing that said "Saved" is lost, nor what did not', async () => {
  const [{ page: one }, { page: two }] = people as [(typeof people)[0], (typeof people)[0]];
  for (const [page, end] of [[one, 'Home'], [two, 'End']] as const) {
    await text(page).click();
    await goTo(page, end);
  }
  const typing = Promise.all([one, two].map(async (page, index) => {
    for (let count = 0; count < 40; count += 1) await page.keyboard.type(`[${index}.${count}]`, { delay: 10 });
  }));
  await expect(text(one)).toContainText('[0.10]');
  await server.kill9();
  await expect(one.getByText('Offline, kept on this device')).toBeVisible();
  await server.start();
  await typing;
  for (const page of [one, two]) await expect(saved(page)).toBeVisible({ timeout: 30_000 });
  for (const page of [one, two]) {
    for (const index of [0, 1]) for (const count of [0, 20, 39]) await expect(text(page)).toContainText(`[${index}.${count}]`);
  }
  await one.reload();
  await expect(text(one)).toContainText('[1.39]');
});

test('whose right becomes less writes no more, and goes on where it is given back', async () => {
  const [{ account: owner }, , { page }] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const post = (posting: 'everyone' | 'moderators') => owner.api.call('updateChannel', { params: { id: channelId }, body: { posting } });
  await expect(text(page)).toHaveAttribute('contenteditable', 'true');
  await post('moderators');
  await expect(text(page)).toHaveAttribute('contenteditable', 'false');
  await post('everyone');
  await expect(text(page)).toHaveAttribute('contenteditable', 'true');
});

test('who loses access stops at once', async () => {
  const [{ account: owner, page: one }, , { account, page }] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await owner.api.call('removeChannelMember', { params: { id: channelId, userId: account.user.id } });
  await expect(page.getByText('You no longer have access to this document.')).toBeVisible();
  await expect(text(page)).toHaveAttribute('contenteditable', 'false');
  await text(one).click();
  await one.keyboard.type('secret');
  await expect(saved(one)).toBeVisible();
  await expect(text(page)).not.toContainText('secret');
});

test('a document of an archived conversation is read and no longer written, also by who has it open', async () => {
  const [{ page, account }] = people as [(typeof people)[0]];
  const { channels } = await account.api.call('listChannels', {});
  const teamId = channels.find(({ channel }) => channel.id === channelId)!.channel.teamId!;
  const { channel } = await account.api.call('createChannel', { body: { teamId, kind: 'public', name: 'finished' } });
  const { document } = await account.api.call('createDocument', { body: { channelId: channel.id, title: 'Report' } });
  await page.goto(`${server.url}/docs/${document.id}`);
  await text(page).click();
  await page.keyboard.type('All done.');
  await expect(saved(page)).toBeVisible();
  await account.api.call('archiveChannel', { params: { id: channel.id } });
  await expect(page.getByText('The conversation of this document is archived.')).toBeVisible();
  await expect(text(page)).toHaveAttribute('contenteditable', 'false');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveCount(0);
  await page.reload();
  await expect(text(page)).toHaveText('All done.');
  await expect(text(page)).toHaveAttribute('contenteditable', 'false');
  await page.getByRole('button', { name: 'Comments' }).click();
  await expect(page.getByText('No open comments')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Comment', exact: true })).toHaveCount(0);
});
