import { expect, type Locator, type Page, test } from '@playwright/test';
import { seriousFaults } from './accessible.ts';
import { composer, message, send } from './conversation.ts';
import { startTwoPeople, type TwoPeople } from './two-people.ts';

/** Threads beside and in a conversation, and quotes: two people, two browsers. */
test.describe.configure({ mode: 'serial' });

let scene: TwoPeople;
let alice: Page;
let bilal: Page;

test.beforeAll(async ({ browser }) => {
  scene = await startTwoPeople(browser);
  alice = scene.alice.page;
  bilal = scene.bilal.page;
  await write(alice);
});
test.afterAll(() => scene?.stop());

const pane = (page: Page): Locator => page.locator('#right-pane');
const inPane = (page: Page, text: string): Locator => pane(page).locator('article[data-message]').filter({ hasText: text });
const stream = (page: Page): Locator => page.getByRole('region', { name: /^Messages in/ });
const inStream = (page: Page, text: string): Locator => stream(page).locator('article[data-message]').filter({ hasText: text });
const threadsEntry = (page: Page): Locator => page.getByRole('link', { name: /^Threads/ });
const api = () => scene.alice.account.api;

/** Goes into a composer and waits until its editor is there. */
async function write(page: Page, within: Page | Locator = page): Promise<void> {
  const box = within.getByRole('textbox', { name: /^Message/ });
  await box.click();
  await expect(box).toHaveAttribute('contenteditable', 'true');
  await box.click();
}

async function reply(page: Page, text: string): Promise<void> {
  await write(page, pane(page));
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function tool(page: Page, text: string, name: string): Promise<void> {
  await inStream(page, text).hover();
  await inStream(page, text).getByRole('toolbar', { name: 'Message actions' }).getByRole('button', { name }).click();
}

/** Somewhere else, where nothing of the conversation is read. */
const lookAway = (page: Page) => page.goto(`${scene.server.url}/settings/appearance`);
const lookAt = (page: Page, search = '') => page.goto(`${scene.server.url}/c/${scene.channelId}${search}`);

test('a reply stands beside the conversation, which says how many there are', async () => {
  await send(alice, 'Where do we meet?');
  await expect(inStream(bilal, 'Where do we meet?')).toBeVisible();
  await tool(bilal, 'Where do we meet?', 'Reply in thread');
  await expect(pane(bilal).getByRole('heading', { name: 'Thread' })).toBeVisible();
  await expect(inPane(bilal, 'Where do we meet?')).toBeVisible();
  await reply(bilal, 'At the station');
  await expect(inPane(bilal, 'At the station')).toHaveCount(1);
  await expect(bilal.locator('[data-delivery]')).toHaveCount(0);
  await expect(inStream(alice, 'Where do we meet?').getByRole('button', { name: /1 reply/ })).toBeVisible();
  await expect(inStream(alice, 'At the station')).toHaveCount(0);
});

test('its author is told by a badge; opening the conversation alone leaves the thread unread', async () => {
  await expect(threadsEntry(alice)).toHaveAccessibleName(/1 unread thread/);
  await lookAway(alice);
  await lookAt(alice);
  await expect(inStream(alice, 'Where do we meet?').getByRole('button', { name: /1 unread reply/ })).toBeVisible();
  await expect(threadsEntry(alice)).toHaveAccessibleName(/1 unread thread/);
});

test('reading the thread clears its badge and that of all threads at once', async () => {
  await inStream(alice, 'Where do we meet?').getByRole('button', { name: /1 reply/ }).click();
  await expect(inPane(alice, 'At the station')).toBeVisible();
  await expect(inStream(alice, 'Where do we meet?').getByRole('button', { name: /unread/ })).toHaveCount(0);
  await expect(threadsEntry(alice)).toHaveAccessibleName('Threads');
});

test('a reply may go to the conversation too, from where it leads back to its thread', async () => {
  await pane(alice).getByRole('checkbox', { name: /Also send to/ }).check();
  await reply(alice, 'Good, at nine');
  await expect(inPane(alice, 'Good, at nine')).toContainText('Also sent to the conversation');
  await expect(inStream(bilal, 'Good, at nine')).toHaveCount(1);
  await write(bilal, pane(bilal));
  await bilal.keyboard.press('Escape');
  await expect(pane(bilal).getByRole('heading', { name: 'Thread' })).toHaveCount(0);
  await inStream(bilal, 'Good, at nine').getByRole('button', { name: /Replied in the thread: Where do we meet/ }).click();
  await expect(inPane(bilal, 'Good, at nine')).toBeVisible();
  expect(await seriousFaults(bilal, '#right-pane')).toEqual([]);
});

test('the badge of threads is as many as the list of unread ones', async () => {
  await lookAway(bilal);
  const others = ['First question', 'Second question'];
  for (const text of others) {
    const { id } = await scene.bilal.account.api.call('sendMessage', { params: { channelId: scene.channelId }, body: { clientId: crypto.randomUUID(), text } });
    await api().call('sendMessage', { params: { channelId: scene.channelId }, body: { clientId: crypto.randomUUID(), text: `Answer to: ${text}`, threadId: id } });
  }
  await bilal.goto(`${scene.server.url}/threads`);
  await expect(threadsEntry(bilal)).toHaveAccessibleName(/2 unread threads/);
  await bilal.getByRole('tab', { name: 'Unread (2)' }).click();
  const cards = bilal.getByRole('main').getByRole('listitem');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText('Answer to: Second question');
  expect(await seriousFaults(bilal, 'main')).toEqual([]);

  await cards.first().getByRole('button', { name: 'Mark as read' }).click();
  await expect(threadsEntry(bilal)).toHaveAccessibleName(/1 unread thread/);
  await expect(cards).toHaveCount(1);
  await bilal.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(threadsEntry(bilal)).toHaveAccessibleName('Threads');
  await expect(bilal.getByText('Nothing new in your threads')).toBeVisible();
  await bilal.reload();
  await expect(threadsEntry(bilal)).toHaveAccessibleName('Threads');
});

test('who stops following is told no more, until mentioned', async () => {
  const { messages } = await api().call('listMessages', { params: { channelId: scene.channelId } });
  const root = messages.find(({ text }) => text === 'First question')!;
  await lookAt(bilal, `?thread=${root.id}`);
  await pane(bilal).getByRole('button', { name: 'Following this thread', pressed: true }).click();
  await expect(pane(bilal).getByRole('button', { name: 'Following this thread', pressed: false })).toBeVisible();
  await lookAway(bilal);
  const say = (text: string, more: { alsoInChannel?: boolean } = {}) =>
    api().call('sendMessage', { params: { channelId: scene.channelId }, body: { clientId: crypto.randomUUID(), text, threadId: root.id, ...more } });
  await say('Nobody hears this');
  await lookAt(bilal);
  await expect(inStream(bilal, 'First question').getByRole('button', { name: /2 replies/ })).toBeVisible();
  await expect(threadsEntry(bilal)).toHaveAccessibleName('Threads');
  await expect(bilal).not.toHaveTitle(/^\(/);
  await say(`[@Bilal](mention:user/${scene.bilal.account.user.id}) do you?`);
  await expect(threadsEntry(bilal)).toHaveAccessibleName(/1 unread thread/);
  await expect(bilal).toHaveTitle(/^\(1\)/);
  // Counted in its thread and in the conversation, but one message all the same.
  await lookAway(bilal);
  await say(`[@Bilal](mention:user/${scene.bilal.account.user.id}) here too`, { alsoInChannel: true });
  await expect(bilal).toHaveTitle(/^\(2\)/);
});

test('a link to a reply opens its thread there', async () => {
  const { messages } = await api().call('listMessages', { params: { channelId: scene.channelId }, query: { replies: 'include' } });
  const heard = messages.find(({ text }) => text === 'Nobody hears this')!;
  await lookAt(alice, `?message=${heard.id}`);
  await expect(inPane(alice, 'Nobody hears this')).toBeVisible();
  await expect(alice).toHaveURL(new RegExp(`thread=${heard.threadId}.*reply=${heard.id}`));
});

test('a quote shows what it answers, follows its changes, and leads to it', async () => {
  await lookAt(alice);
  await lookAt(bilal);
  await write(alice);
  await send(alice, 'Bring the **blue** folder');
  await expect(inStream(bilal, 'Bring the blue folder')).toBeVisible();
  await write(bilal);
  await inStream(bilal, 'Bring the blue folder').focus();
  await bilal.keyboard.press('q');
  await expect(composer(bilal)).toBeFocused();
  await expect(bilal.getByText('Answering')).toBeVisible();
  await bilal.keyboard.type('Which one?');
  await bilal.keyboard.press('Enter');
  const quote = (page: Page, words: string) => inStream(page, 'Which one?').getByRole('button', { name: new RegExp(`${words}$`) });
  await expect(quote(alice, 'Bring the blue folder')).toBeVisible();
  await expect(bilal.getByText('Answering')).toHaveCount(0);

  const { messages } = await api().call('listMessages', { params: { channelId: scene.channelId } });
  const quoted = messages.find(({ text }) => text.startsWith('Bring the'))!;
  await api().call('editMessage', { params: { channelId: scene.channelId, messageId: quoted.id }, body: { text: 'Bring the red folder' } });
  await expect(quote(alice, 'Bring the red folder')).toBeVisible();
  await quote(bilal, 'Bring the red folder').click();
  await expect(bilal).toHaveURL(new RegExp(`message=${quoted.id}`));
  await expect(inStream(bilal, 'Bring the red folder').first()).toBeVisible();
});

test('who writes in a thread is shown there, and not in the conversation', async () => {
  const { messages } = await api().call('listMessages', { params: { channelId: scene.channelId } });
  const root = messages.find(({ text }) => text === 'Second question')!;
  await lookAt(alice, `?thread=${root.id}`);
  await lookAt(bilal, `?thread=${root.id}`);
  await expect(inPane(alice, 'Answer to: Second question')).toBeVisible();
  await write(bilal, pane(bilal));
  await bilal.keyboard.type('I am not');
  // Whose page isn't connected yet sees it by a later key, as the others do who come while somebody types.
  await expect(async () => {
    await bilal.keyboard.type('.');
    await expect(pane(alice).getByText('Bilal is typing …', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(alice.getByText(/is typing/)).toHaveCount(1);
  await bilal.keyboard.press('Enter');
  await expect(inPane(alice, 'I am not')).toBeVisible();
  await expect(alice.getByText(/is typing/)).toHaveCount(0);
  await write(bilal, bilal.getByRole('main'));
  await bilal.keyboard.type('Elsewhere');
  await expect(alice.getByRole('main').getByText('Bilal is typing …', { exact: true })).toBeVisible();
  await expect(pane(alice).getByText(/is typing/)).toHaveCount(0);
});

test('what is sent later keeps what it quotes, and that it goes to the conversation too', async () => {
  const { messages } = await api().call('listMessages', { params: { channelId: scene.channelId } });
  const root = messages.find(({ text }) => text === 'Second question')!;
  await lookAt(bilal, `?thread=${root.id}`);
  await inPane(bilal, 'Answer to: Second question').focus();
  await bilal.keyboard.press('q');
  await expect(pane(bilal).getByText(/^Answering/)).toBeVisible();
  await pane(bilal).getByRole('checkbox', { name: /Also send to/ }).check();
  await write(bilal, pane(bilal));
  await bilal.keyboard.type('I will be there');
  await pane(bilal).getByRole('button', { name: 'Send later' }).click();
  await bilal.getByRole('menuitem', { name: /^Tomorrow/ }).click();
  await expect(pane(bilal).getByText(/A message of yours will be sent here/)).toBeVisible();
  await expect(pane(bilal).getByText(/^Answering/)).toHaveCount(0);
  await expect(pane(bilal).getByRole('checkbox', { name: /Also send to/ })).not.toBeChecked();
  await bilal.goto(`${scene.server.url}/scheduled`);
  const card = bilal.getByRole('main').getByRole('listitem');
  for (const words of ['In a thread', 'Quotes a message', 'Also in the conversation']) await expect(card).toContainText(words);
  await card.getByRole('button', { name: 'Send now' }).click();
  await expect(bilal.getByText('Nothing is scheduled')).toBeVisible();
  await lookAt(alice);
  await expect(inStream(alice, 'I will be there').getByRole('button', { name: /Answer to: Second question$/ })).toBeVisible();
});

test('for who likes it so, replies stand among the other messages', async () => {
  await alice.goto(`${scene.server.url}/settings/appearance`);
  await alice.getByRole('radio', { name: 'In the conversation too' }).check();
  // Shown before it is saved, which leaving the page would keep from it.
  await expect.poll(async () => (await api().call('sync', { body: { cursors: {} } })).snapshot?.preferences.threads).toBe('inline');
  await lookAt(alice);
  await expect(inStream(alice, 'Nobody hears this')).toContainText('Replied in the thread: First question');
  await expect(message(alice, 'At the station')).toHaveCount(1);
});

test('on a phone a thread is the whole screen', async ({ browser }) => {
  const { browserOf } = await import('./accounts.ts');
  const { context, page } = await browserOf(browser, scene.server.url, scene.bilal.account, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const { messages } = await api().call('listMessages', { params: { channelId: scene.channelId } });
  await page.goto(`${scene.server.url}/c/${scene.channelId}?message=${messages.find(({ text }) => text === 'Where do we meet?')!.id}`);
  await inStream(page, 'Where do we meet?').getByRole('button', { name: /2 replies/ }).click();
  await expect(inPane(page, 'At the station')).toBeVisible();
  const box = (await pane(page).boundingBox())!;
  expect(box.width).toBeGreaterThanOrEqual(389);
  await expect(stream(page)).not.toBeInViewport();
  expect(await seriousFaults(page, '#right-pane')).toEqual([]);
  await context.close();
});
