import { expect, test, type Browser, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import * as Y from 'yjs';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';

/** Whiteboards as people draw on them: together, offline, with pictures, or only looking. */
test.describe.configure({ mode: 'serial' });

let server: TestServer;
let channelId: string;
let documentId: string;
const people: { account: TestAccount; page: Page }[] = [];
let reader: { account: TestAccount; page: Page };
/** What any page asked of anybody else than our server, or what its policy refused. */
const strayed: string[] = [];
const SHOTS = process.env['PARVIS_SHOTS'];

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Workshop team' } });
  channelId = (await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'workshop' } })).channel.id;
  people.push({ account: owner, page: await pageOf(browser, owner) });
  const second = await server.createUser('Bilal', { teamIds: [team.id] });
  await owner.api.call('addChannelMember', { params: { id: channelId }, body: { userId: second.user.id } });
  people.push({ account: second, page: await pageOf(browser, second) });
  const third = await server.createUser('Chloé');
  reader = { account: third, page: await pageOf(browser, third) };
});
test.afterAll(() => server?.stop());
test.afterEach(() => {
  expect(strayed).toEqual([]);
});

async function pageOf(browser: Browser, account: TestAccount, options = {}): Promise<Page> {
  const { page } = await browserOf(browser, server.url, account, options);
  watch(page);
  return page;
}

function watch(page: Page): void {
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== new URL(server.url).host) strayed.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) strayed.push(message.text());
  });
  page.on('pageerror', (error) => strayed.push(error.message));
}

const board = (page: Page) => page.getByRole('region', { name: 'Whiteboard' });
const surface = (page: Page) => board(page).locator('canvas.interactive');
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Saved' });
const tool = (page: Page, name: string) => board(page).getByRole('radio', { name });
const open = async (page: Page) => {
  await page.goto(`${server.url}/docs/${documentId}`);
  await expect(surface(page)).toBeVisible();
};

/** Draws with a tool between two places, from the board's upper left corner. */
async function drag(page: Page, [fromX, fromY, toX, toY]: [number, number, number, number]): Promise<void> {
  const { x, y } = (await surface(page).boundingBox())!;
  await page.mouse.move(x + fromX, y + fromY);
  await page.mouse.down();
  await page.mouse.move(x + (fromX + toX) / 2, y + (fromY + toY) / 2, { steps: 4 });
  await page.mouse.move(x + toX, y + toY, { steps: 4 });
  await page.mouse.up();
}
async function draw(page: Page, name: string, place: [number, number, number, number]): Promise<void> {
  await tool(page, name).click({ force: true });
  await drag(page, place);
}

/** Pixels on a canvas of the board that aren't empty or white. */
const inked = (page: Page, canvas: 'static' | 'interactive') => board(page).locator(`canvas.${canvas}`).evaluate((element: HTMLCanvasElement) => {
  const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at + 3]! > 100 && (data[at]! < 240 || data[at + 1]! < 240 || data[at + 2]! < 240)) count += 1;
  return count;
});

/** How much less one sees than the other: what is selected is drawn a little otherwise. */
async function difference(one: Page, two: Page): Promise<number> {
  const [a, b] = [await inked(one, 'static'), await inked(two, 'static')];
  return Math.max(a, b) === 0 ? 1 : Math.abs(a - b) / Math.max(a, b);
}

interface Drawn {
  type?: string;
  isDeleted: boolean;
  text?: string;
  fileId?: string;
}
/** What the server holds. */
async function drawn(): Promise<Drawn[]> {
  const answer = (await people[0]!.account.api.call('getDocumentState', { params: { id: documentId }, query: { since: 0 } })) as unknown as Blob;
  const body = await answer.arrayBuffer();
  const doc = new Y.Doc();
  for (let at = 8; at < body.byteLength;) {
    const length = new DataView(body).getUint32(at);
    Y.applyUpdate(doc, new Uint8Array(body, at + 4, length));
    at += 4 + length;
  }
  return [...doc.getMap<Drawn>('elements').values()].filter(({ isDeleted }) => !isDeleted);
}
const types = async () => (await drawn()).map(({ type }) => type).sort();

test('somebody begins a whiteboard, names it and draws; it is saved and there again', async () => {
  const { page } = people[0]!;
  await page.goto(`${server.url}/docs`);
  await page.getByRole('button', { name: 'Begin with something else' }).click();
  await page.getByRole('menuitem', { name: 'New whiteboard' }).click();
  await expect(page).toHaveURL(/\/docs\/[0-9a-f-]{36}$/);
  documentId = page.url().split('/').at(-1)!;
  await page.getByRole('textbox', { name: 'Title' }).fill('Sketch of the hall');
  await expect(surface(page)).toBeVisible();
  await draw(page, 'Rectangle', [300, 250, 500, 400]);
  await draw(page, 'Text', [600, 300, 600, 300]);
  await page.keyboard.type('entrance');
  await page.keyboard.press('Escape');
  await expect(saved(page)).toBeVisible();
  await expect.poll(types).toEqual(['rectangle', 'text']);
  expect((await drawn()).some(({ text }) => text === 'entrance')).toBe(true);
  await page.reload();
  await expect(surface(page)).toBeVisible();
  await expect.poll(() => inked(page, 'static')).toBeGreaterThan(200);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Sketch of the hall');
});

test('what is written on it is found', async () => {
  const { account } = people[0]!;
  await expect.poll(async () => (await account.api.call('listDocuments', { query: { query: 'entrance' } })).documents.map(({ document }) => document.title), { timeout: 30_000 }).toEqual(['Sketch of the hall']);
});

test('two people draw at once and see each other; undoing takes back only what is one\'s own', async () => {
  documentId = (await people[0]!.account.api.call('createDocument', { body: { channelId, kind: 'whiteboard', title: 'Plan' } })).document.id;
  await Promise.all(people.map(({ page }) => open(page)));
  const [{ page: one }, { page: two }] = people as [(typeof people)[0], (typeof people)[0]];
  await Promise.all([draw(one, 'Rectangle', [300, 200, 450, 300]), draw(two, 'Ellipse', [600, 200, 750, 300])]);
  await Promise.all([draw(one, 'Arrow', [300, 450, 500, 500]), draw(two, 'Draw', [600, 450, 800, 500])]);
  for (const { page } of people) {
    await expect(saved(page)).toBeVisible();
    await expect(page.getByRole('img', { name: /Also here/ })).toBeVisible();
  }
  await expect.poll(types).toEqual(['arrow', 'ellipse', 'freedraw', 'rectangle']);
  await expect.poll(() => difference(one, two)).toBeLessThan(0.05);
  await one.keyboard.press('Control+z');
  await expect.poll(types).toEqual(['ellipse', 'freedraw', 'rectangle']);
  await two.mouse.move(900, 500);
  await two.mouse.move(930, 520);
  await one.keyboard.press('Escape');
  await expect.poll(() => inked(one, 'interactive')).toBeGreaterThan(50);
  if (SHOTS !== undefined) await one.screenshot({ path: `${SHOTS}/board-two.png` });
});

test('what is drawn offline says so, and merges with what others drew', async () => {
  const [{ page: one }, { page: two }] = people as [(typeof people)[0], (typeof people)[0]];
  await one.context().setOffline(true);
  await expect(one.getByText('Offline, kept on this device')).toBeVisible();
  await draw(one, 'Diamond', [850, 200, 950, 300]);
  await draw(two, 'Rectangle', [850, 450, 950, 550]);
  await expect(saved(two)).toBeVisible();
  await expect.poll(types).toEqual(['ellipse', 'freedraw', 'rectangle', 'rectangle']);
  await one.context().setOffline(false);
  await expect(saved(one)).toBeVisible();
  await expect.poll(types).toEqual(['diamond', 'ellipse', 'freedraw', 'rectangle', 'rectangle']);
  await expect.poll(() => difference(one, two)).toBeLessThan(0.05);
});

test('a picture is a file of the document, which the others see', async () => {
  const [{ page: one }, { page: two }] = people as [(typeof people)[0], (typeof people)[0]];
  const before = await inked(two, 'static');
  const transfer = await one.evaluateHandle(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [120, 90];
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#0b7285';
    context.fillRect(0, 0, 120, 90);
    const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
    const data = new DataTransfer();
    data.items.add(new File([blob!], 'hall.png', { type: 'image/png' }));
    return data;
  });
  await surface(one).dispatchEvent('drop', { dataTransfer: transfer, clientX: 700, clientY: 700 });
  await expect.poll(async () => (await drawn()).find(({ type }) => type === 'image')?.fileId).toMatch(/^[0-9a-f-]{36}$/);
  await expect.poll(async () => (await inked(two, 'static')) - before).toBeGreaterThan(5_000);
});

test('a reader sees it and can\'t draw', async () => {
  const { account, page } = reader;
  await people[0]!.account.api.call('grantDocumentToUser', { params: { id: documentId, userId: account.user.id }, body: { role: 'reader' } });
  const before = await types();
  await open(page);
  await expect.poll(() => inked(page, 'static')).toBeGreaterThan(5_000);
  await expect(board(page).getByRole('radio')).toHaveCount(0);
  await page.keyboard.press('r');
  await drag(page, [300, 300, 400, 400]);
  await page.keyboard.press('Delete');
  await expect(saved(page)).toBeVisible();
  expect(await types()).toEqual(before);
});

test('it is given out as a PNG and an SVG', async () => {
  const { page } = people[0]!;
  for (const format of ['PNG', 'SVG']) {
    await board(page).getByTestId('main-menu-trigger').click();
    const [download] = await Promise.all([page.waitForEvent('download'), board(page).getByText(`Download as ${format}`).click()]);
    expect(download.suggestedFilename()).toBe(`Plan.${format.toLowerCase()}`);
    const stream = await download.createReadStream();
    const bytes = Buffer.concat(await stream.toArray() as Buffer[]);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'PNG' ? '\x89PNG' : '<svg');
    expect(bytes.byteLength).toBeGreaterThan(1_000);
  }
  await page.getByRole('main').getByRole('button', { name: 'More about Plan' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Download as PNG' }).click()]);
  expect(download.suggestedFilename()).toBe('Plan.png');
});

test('a moment of the past is looked at and restored, for all who have it open', async () => {
  const [{ page: one, account }, { page: two }] = people as [(typeof people)[0], (typeof people)[0]];
  const before = await types();
  const { entries } = await account.api.call('listDocumentHistory', { params: { id: documentId }, query: {} });
  await account.api.call('createDocumentVersion', { params: { id: documentId }, body: { seq: entries[0]!.seq, name: 'As agreed' } });
  await one.keyboard.press('Escape');
  await surface(one).click({ position: { x: 700, y: 650 } });
  await one.keyboard.press('Control+a');
  await one.keyboard.press('Delete');
  await expect.poll(types).toEqual([]);
  await expect.poll(() => inked(two, 'static')).toBe(0);
  await two.getByRole('button', { name: 'History' }).click();
  await two.getByText('As agreed').click();
  const then = two.getByRole('region', { name: 'Whiteboard as it was' });
  await expect(then.locator('canvas.interactive')).toBeVisible();
  await expect(then.getByRole('radio')).toHaveCount(0);
  if (SHOTS !== undefined) await two.screenshot({ path: `${SHOTS}/board-history.png` });
  await two.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.poll(types).toEqual(before);
  await expect.poll(() => inked(one, 'static')).toBeGreaterThan(5_000);
  await expect(saved(one)).toBeVisible();
  expect(await types()).toEqual(before);
});

test('the whole world sees it once it is published, with its pictures, and changes nothing', async ({ browser }) => {
  await people[0]!.account.api.call('updateDocumentAccess', { params: { id: documentId }, body: { published: true } });
  const page = await (await browser.newContext()).newPage();
  watch(page);
  await page.goto(`${server.url}/published/${documentId}`);
  await expect(page.getByRole('heading', { name: 'Plan' })).toBeVisible();
  await expect.poll(() => inked(page, 'static')).toBeGreaterThan(5_000);
  await expect(board(page).getByRole('radio')).toHaveCount(0);
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/board-published.png` });
});

test('the keyboard gets out of it, and axe has nothing to say of the page around it', async () => {
  const { page } = people[0]!;
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await page.keyboard.press('Enter');
  await expect(board(page).locator('.excalidraw').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.pv-board') === null)).toBe(true);
  expect(await seriousFaults(page, 'header')).toEqual([]);
  expect(await seriousFaults(page, 'nav')).toEqual([]);
});

test('it is in French, dark, and on a phone by touch', async ({ browser }) => {
  const { account } = people[1]!;
  const page = await pageOf(browser, account, { locale: 'fr-FR', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(`${server.url}/docs/${documentId}`);
  await expect(page.locator('.pv-board canvas.interactive')).toBeVisible();
  await expect(page.locator('.pv-board .excalidraw')).toHaveClass(/theme--dark/);
  const before = await types();
  await page.locator('.pv-board').getByTestId('main-menu-trigger').tap();
  await expect(page.locator('.pv-board').getByText('Rechercher sur le canevas')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.pv-board').getByTestId('toolbar-rectangle').click({ force: true });
  const touch = await page.context().newCDPSession(page);
  for (const [type, place] of [['touchStart', [150, 250]], ['touchMove', [200, 280]], ['touchMove', [260, 330]], ['touchEnd', null]] as const) {
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints: place === null ? [] : [{ x: place[0], y: place[1] }] });
  }
  await expect.poll(async () => (await types()).length).toBe(before.length + 1);
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/board-phone.png` });
  const { page: one } = people[0]!;
  await one.emulateMedia({ colorScheme: 'dark' });
  await expect(one.locator('.pv-board .excalidraw')).toHaveClass(/theme--dark/);
  if (SHOTS !== undefined) await one.screenshot({ path: `${SHOTS}/board-dark.png` });
});
