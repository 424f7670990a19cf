import { expect, test, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import path from 'node:path';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';
import { composer, message } from './conversation.ts';
import { drag } from './drag.ts';

/** Where documents are, who may what with them, and the ways to them. */
test.describe.configure({ mode: 'serial' });

const FOLDER = path.resolve(import.meta.dirname, '../screenshots');
let server: TestServer;
let olga: TestAccount;
let bilal: TestAccount;
let page: Page;
let channelId: string;
const ids: Record<string, string> = {};

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  olga = await server.setUp();
  const { team } = await olga.api.call('createTeam', { body: { name: 'Workshop team' } });
  channelId = (await olga.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'workshop' } })).channel.id;
  bilal = await server.createUser('Bilal', { teamIds: [team.id] });
  await olga.api.call('addChannelMember', { params: { id: channelId }, body: { userId: bilal.user.id } });
  const make = async (title: string, place: { parentId?: string; channelId?: string } = {}) => {
    ids[title] = (await olga.api.call('createDocument', { body: { title, ...place } })).document.id;
  };
  for (const title of ['Alpha', 'Beta', 'Gamma']) await make(title);
  await make('Below beta', { parentId: ids['Beta']! });
  await make('Shop rules', { channelId });
  page = (await browserOf(browser, server.url, olga)).page;
});
test.afterAll(() => server?.stop());

const tree = () => page.getByRole('tree', { name: 'All documents' });
const row = (name: string) => tree().getByRole('treeitem', { name, exact: true });
const personal = async () => (await olga.api.call('listDocuments', { query: { place: 'personal' } })).documents.map(({ document }) => document.title);
const parentOf = async (title: string) => (await olga.api.call('getDocument', { params: { id: ids[title]! } })).document.parentId;

test('the list is a tree that the keyboard walks, opens and reorders', async () => {
  await page.goto(`${server.url}/docs`);
  await expect(row('Beta')).toBeVisible();
  await expect(row('Below beta')).toBeHidden();
  await row('Beta').focus();
  await page.keyboard.press('ArrowRight');
  await expect(row('Below beta')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(row('Below beta')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(row('Beta')).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(row('Beta')).toHaveAttribute('aria-posinset', '1');
  expect((await personal()).filter((title) => title !== 'Below beta')).toEqual(['Beta', 'Alpha', 'Gamma']);
  await row('Gamma').focus();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(() => parentOf('Gamma')).toBe(ids['Alpha']);
  await page.reload();
  await expect(row('Below beta')).toBeVisible();
});

test('what is dragged goes where it is dropped, also into a conversation', async () => {
  await drag(row('Alpha').getByText('Alpha'), row('Beta').getByText('Beta'));
  await expect.poll(() => parentOf('Alpha')).toBe(ids['Beta']);
  await row('workshop').click();
  await expect(row('Shop rules')).toBeVisible();
  await drag(row('Below beta').getByText('Below beta'), row('Shop rules').getByText('Shop rules'));
  await expect.poll(() => parentOf('Below beta')).toBe(ids['Shop rules']);
});

test('a menu moves, stars, and puts into the trash; the trash gives back, or deletes for good by name', async () => {
  await row('Beta').hover();
  await row('Beta').getByRole('button', { name: 'More about Beta' }).click();
  await page.getByRole('menuitem', { name: 'Move…' }).click();
  await page.getByRole('searchbox', { name: /Where to/ }).fill('worksh');
  await expect(page.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'workshop' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.screenshot({ path: path.join(FOLDER, 'documents-move.png') });
  await page.getByRole('list', { name: 'Places' }).getByRole('button', { name: 'workshop' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect((await olga.api.call('getDocument', { params: { id: ids['Beta']! } })).document.channelId).toBe(channelId);

  await row('Shop rules').click();
  await page.getByRole('button', { name: 'Add to favourites' }).click();
  await expect(tree().getByRole('treeitem', { name: 'Favourites' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'More about Shop rules' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByText('This document is in the trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This document is in the trash.')).toBeHidden();
  await olga.api.call('trashDocument', { params: { id: ids['Beta']! } });
  await page.goto(`${server.url}/docs/${ids['Beta']}`);
  await page.getByRole('button', { name: 'Delete for good…' }).click();
  await expect(page.getByRole('dialog', { name: 'Delete “Beta” for good?' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete for good', exact: true }).click();
  await expect(page).toHaveURL(/\/docs$/);
});

test('a template fills what one begins with it, once', async () => {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Document' }).click();
  await expect(page.getByRole('dialog', { name: 'New document' }).getByRole('button', { name: /^Onboarding/ })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.screenshot({ path: path.join(FOLDER, 'documents-new.png') });
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('button', { name: /^Minutes/ }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Minutes');
  const text = page.locator('.pv-document .ProseMirror[role="textbox"]');
  await expect(text.getByRole('heading', { name: 'Agenda' })).toBeVisible();
  await expect(text.locator('input[type="checkbox"]')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.reload();
  await expect(text.getByRole('heading', { name: 'Agenda' })).toHaveCount(1);
  await page.screenshot({ path: path.join(FOLDER, 'documents-template.png') });
});

test('shared with a person it is theirs to write in; published, it is everybody’s to read, and only until then', async ({ browser }) => {
  ids['Open plan'] = (await olga.api.call('createDocument', { body: { title: 'Open plan' } })).document.id;
  await page.goto(`${server.url}/docs/${ids['Open plan']}`);
  const text = page.locator('.pv-document .ProseMirror[role="textbox"]');
  await text.click();
  await page.keyboard.type('For the whole world.');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share “Open plan”' });
  await dialog.getByLabel('Share with people').fill('Bil');
  await page.getByRole('option', { name: /Bilal/ }).click();
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Take it back from Bilal' })).toBeVisible();
  expect((await bilal.api.call('getDocument', { params: { id: ids['Open plan']! } })).role).toBe('editor');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('switch', { name: 'Public page' }).click();
  const address = await dialog.getByLabel('Public address').inputValue();
  await page.screenshot({ path: path.join(FOLDER, 'documents-share.png') });

  const anybody = await (await browser.newContext()).newPage();
  const answer = await anybody.goto(address);
  expect(answer?.headers()['x-robots-tag']).toBe('noindex');
  await expect(anybody.getByRole('heading', { name: 'Open plan' })).toBeVisible();
  await expect(anybody.getByText('For the whole world.')).toBeVisible();
  await expect(anybody.locator('[contenteditable="true"]')).toHaveCount(0);
  expect(await seriousFaults(anybody)).toEqual([]);
  await anybody.screenshot({ path: path.join(FOLDER, 'documents-published.png') });
  await dialog.getByRole('switch', { name: 'Public page' }).click();
  await expect(dialog.getByLabel('Public address')).toBeHidden();
  await anybody.reload();
  await expect(anybody.getByText('It is not published, or not any more.')).toBeVisible();
  await anybody.context().close();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
});

test('what is chosen when sharing holds at once, and what held before does again when it is refused', async () => {
  await page.goto(`${server.url}/docs/${ids['Shop rules']}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share “Shop rules”' });
  const people = dialog.getByRole('switch', { name: 'People of workshop' });
  const link = dialog.getByRole('combobox', { name: 'Anyone in the organisation with the link' });
  await expect(people).toBeChecked();
  const asked: ((go: 'continue' | 'abort') => void)[] = [];
  await page.route('**/access', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    const go = await new Promise<'continue' | 'abort'>((resolve) => asked.push(resolve));
    return go === 'continue' ? route.continue() : route.abort();
  });
  await people.click();
  await expect(people).not.toBeChecked();
  await expect(dialog).toContainText('Only you and those who are named above see it.');
  await link.click();
  await page.getByRole('option', { name: 'Can read' }).click();
  await expect(link).toHaveValue('Can read');
  await expect.poll(() => asked.length).toBe(2);
  asked[0]!('abort');
  await expect(people).toBeChecked();
  await expect(page.getByText('Nothing was changed. No answer from the server.')).toBeVisible();
  asked[1]!('continue');
  await expect.poll(async () => (await olga.api.call('getDocumentAccess', { params: { id: ids['Shop rules']! } })).linkAccess).toBe('reader');
  await expect(link).toHaveValue('Can read');
  // Pressed again before the answer: one after the other, and the last is what holds.
  await people.click();
  await people.click();
  await expect(people).toBeChecked();
  await expect.poll(() => asked.length).toBe(3);
  asked[2]!('continue');
  await expect.poll(() => asked.length).toBe(4);
  await expect(people).toBeChecked();
  asked[3]!('continue');
  await expect.poll(async () => (await olga.api.call('getDocumentAccess', { params: { id: ids['Shop rules']! } })).inheritsAccess).toBe(true);
  await expect(dialog).toContainText('Everybody in workshop may write here');
  await page.unroute('**/access');
  await page.keyboard.press('Escape');
});

test('documents are found by title with the keys, begun with /doc, shown in the details of their conversation, and a link to one becomes a card', async () => {
  await page.goto(`${server.url}/c/${channelId}`);
  await composer(page).click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: /Find a conversation/ }).fill('open pl');
  await page.getByRole('option', { name: /Open plan/ }).click();
  await expect(page).toHaveURL(new RegExp(`/docs/${ids['Open plan']}$`));

  await page.goto(`${server.url}/c/${channelId}`);
  await composer(page).fill(`See ${server.url}/docs/${ids['Shop rules']}`);
  await page.keyboard.press('Enter');
  await expect(message(page, 'See').getByRole('link', { name: 'Shop rules' })).toBeVisible();
  await page.getByRole('button', { name: /members, show details/ }).click();
  await page.getByRole('tab', { name: 'Documents' }).click();
  await expect(page.getByRole('tree', { name: 'Documents of this conversation' }).getByRole('treeitem', { name: 'Shop rules' })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.screenshot({ path: path.join(FOLDER, 'documents-conversation.png') });
  await composer(page).fill('/doc Made by hand');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Made by hand');
});

test('the tree opens for the document that one goes to, also in a conversation', async () => {
  const make = async (title: string, place: { parentId?: string; channelId?: string }) => (await olga.api.call('createDocument', { body: { title, ...place } })).document.id;
  const parentId = await make('Closed parent', {});
  const childId = await make('Child of it', { parentId });
  const inChannel = (await olga.api.call('createChannel', { body: { teamId: (await olga.api.call('listTeams', {})).teams[0]!.team.id, kind: 'public', name: 'attic' } })).channel.id;
  const rulesId = await make('Attic rules', { channelId: inChannel });
  for (const [id, title, level] of [[childId, 'Child of it', 3], [rulesId, 'Attic rules', 2]] as const) {
    await page.goto(`${server.url}/docs/${id}`);
    const shown = tree().getByRole('treeitem', { name: title, exact: true, level }).last();
    await expect(shown).toHaveAttribute('aria-selected', 'true');
    await expect(tree().getByRole('treeitem', { name: 'Recent', exact: true }).locator('xpath=following-sibling::*[1]')).toHaveAccessibleName(title);
  }
  await expect(tree().getByRole('treeitem', { name: 'attic', exact: true })).toHaveAttribute('aria-expanded', 'true');
  await page.goto(`${server.url}/docs`);
  await olga.api.call('updateDocument', { params: { id: parentId }, body: { template: true } });
  await expect(page.getByRole('main').getByRole('button', { name: 'Closed parent Our own template' })).toBeVisible();
});

for (const [name, options] of [
  ['light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en-GB' }], ['dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', locale: 'fr-FR' }],
  ['phone', { viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'fr-FR' }],
] as const) {
  test(`looks right and is accessible: ${name}`, async ({ browser }) => {
    const { context, page: looked } = await browserOf(browser, server.url, olga, { ...options, reducedMotion: 'reduce' });
    await looked.goto(`${server.url}/docs`);
    await expect(looked.getByRole('treeitem').nth(3)).toBeVisible();
    expect(await seriousFaults(looked)).toEqual([]);
    await looked.screenshot({ path: path.join(FOLDER, `documents-home-${name}.png`) });
    await looked.goto(`${server.url}/docs/${ids['Shop rules']}`);
    await expect(looked.locator('.pv-document .ProseMirror[role="textbox"]')).toBeVisible();
    await expect(looked.getByRole('link', { name: 'Below beta' }).last()).toBeVisible();
    expect(await seriousFaults(looked)).toEqual([]);
    await looked.screenshot({ path: path.join(FOLDER, `documents-page-${name}.png`) });
    await context.close();
  });
}
