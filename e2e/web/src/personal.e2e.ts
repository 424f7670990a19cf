import { expect, type Locator, type Page, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';
import { composer, message, openChannel, send } from './conversation.ts';
import { drag } from './drag.ts';

/** What a person keeps for themselves, on two of their devices. */
test.describe.configure({ mode: 'serial' });

let server: TestServer;
let alice: TestAccount;
let bilal: TestAccount;
let laptop: Page;
let tablet: Page;
let launch = '';
let press = '';
let direct = '';

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  alice = await server.createUser('Alice');
  const { team } = await alice.api.call('createTeam', { body: { name: 'Studio' } });
  bilal = await server.createUser('Bilal', { teamIds: [team.id] });
  for (const name of ['launch', 'press']) {
    const { channel } = await alice.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name, memberIds: [bilal.user.id] } });
    if (name === 'launch') launch = channel.id;
    else press = channel.id;
  }
  direct = (await alice.api.call('openConversation', { body: { userIds: [bilal.user.id] } })).channel.id;
  await say(launch, 'The plan for Monday');
  const signedIn = await server.signIn(alice.user.email);
  laptop = (await browserOf(browser, server.url, alice)).page;
  tablet = (await browserOf(browser, server.url, signedIn)).page;
});
test.afterAll(async () => {
  await Promise.all([laptop, tablet].map((page) => page?.context().close()));
  await server.stop();
});

const say = (channelId: string, text: string) => bilal.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text } });
const list = (page: Page): Locator => page.getByRole('navigation', { name: 'Conversations' });
const row = (page: Page, channelId: string): Locator => list(page).locator(`[data-conversation="${channelId}"]`);
const section = (page: Page, name: string): Locator => list(page).getByRole('region', { name });
const tool = async (page: Page, text: string, name: string): Promise<void> => {
  // Beside what may lie over its middle.
  await message(page, text).hover({ position: { x: 30, y: 8 } });
  await message(page, text).getByRole('button', { name }).click();
};
/** The menu of a conversation in the list. */
const choose = async (page: Page, channelId: string, item: string): Promise<void> => {
  await row(page, channelId).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
};

test('a draft is on the other device, and goes from there when it is sent here', async () => {
  await openChannel(laptop, 'press');
  await composer(laptop).click();
  await laptop.keyboard.type('Shall we **begin');
  await expect(row(tablet, press).getByRole('img', { name: 'Draft' })).toBeVisible();
  await openChannel(tablet, 'press');
  await expect(composer(tablet)).toContainText('Shall we **begin');
  await openChannel(tablet, 'launch');
  await list(tablet).getByRole('link', { name: /^Drafts/ }).click();
  await expect(tablet.getByRole('listitem').filter({ hasText: 'press' })).toContainText('Shall we');
  expect(await seriousFaults(tablet, '#main')).toEqual([]);
  await tablet.getByRole('button', { name: 'Go on writing' }).click();
  await expect(composer(tablet)).toContainText('Shall we');
  await composer(laptop).click();
  await laptop.keyboard.press('End');
  await laptop.keyboard.type('?');
  await laptop.keyboard.press('Enter');
  await expect(message(laptop, 'Shall we')).toBeVisible();
  await expect(composer(tablet)).not.toContainText('Shall we');
  await expect(list(tablet).getByRole('link', { name: /^Drafts/ })).toHaveCount(0);
});

test('a draft is sent from the list of drafts, with its file and what it quotes', async () => {
  const { id: quotedMessageId } = await say(press, 'Which one?');
  await openChannel(laptop, 'press');
  await message(laptop, 'Which one?').focus();
  await laptop.keyboard.press('q');
  await laptop.keyboard.type('The blue one');
  const picking = laptop.waitForEvent('filechooser');
  await laptop.getByRole('button', { name: 'Attach files' }).click();
  await (await picking).setFiles([{ name: 'blue.txt', mimeType: 'text/plain', buffer: Buffer.from('blue') }]);
  await expect(laptop.getByRole('button', { name: 'Remove blue.txt' })).toBeVisible();
  await list(laptop).getByRole('link', { name: /^Drafts/ }).click();
  const card = laptop.getByRole('main').getByRole('listitem').filter({ hasText: 'The blue one' });
  await expect(card).toContainText('1 file');
  await expect(card).toContainText('Quotes a message');
  await card.getByRole('button', { name: 'Send now', exact: true }).click();
  await expect(laptop.getByText('The message is on its way')).toBeVisible();
  await expect(laptop.getByText('No drafts')).toBeVisible();
  await expect.poll(async () => (await bilal.api.call('listMessages', { params: { channelId: press } })).messages.at(-1))
    .toMatchObject({ text: 'The blue one', quote: { messageId: quotedMessageId }, attachments: [{ name: 'blue.txt' }] });
  await expect(list(tablet).getByRole('link', { name: /^Drafts/ })).toHaveCount(0);
  await openChannel(laptop, 'press');
  await expect(message(laptop, 'The blue one')).toBeVisible();
  await expect(composer(laptop)).toHaveText('');
  await expect(laptop.getByRole('list', { name: 'Attached files' })).toHaveCount(0);
});

test('what is being typed is not replaced, and survives a reload without a network', async () => {
  await openChannel(laptop, 'press');
  await composer(laptop).click();
  await laptop.keyboard.type('written on the laptop');
  await expect(list(tablet).getByRole('link', { name: /^Drafts/ })).toBeVisible();
  await laptop.context().setOffline(true);
  await laptop.keyboard.type(', then offline');
  await expect(composer(laptop)).toContainText('then offline');
  await openChannel(tablet, 'press');
  await expect(composer(tablet)).toContainText('written on the laptop');
  await laptop.context().setOffline(false);
  await laptop.reload();
  await openChannel(laptop, 'press');
  await expect(composer(laptop)).toContainText('written on the laptop, then offline');
  await expect(composer(tablet)).toContainText('then offline');
  await composer(laptop).click();
  await laptop.keyboard.press('Control+a');
  await laptop.keyboard.press('Delete');
  await expect(composer(tablet)).not.toContainText('laptop');
});

test('a message is saved here, done there, and its reminder comes on both', async () => {
  await openChannel(laptop, 'launch');
  await openChannel(tablet, 'launch');
  await tool(laptop, 'The plan for Monday', 'Save for later');
  await expect(message(tablet, 'The plan for Monday')).toContainText('Saved for later');
  const { items } = await alice.api.call('listSaved');
  await alice.api.call('updateSaved', { params: { id: items[0]!.item.id }, body: { remindAt: new Date(Date.now() + 1_000).toISOString() } });
  for (const page of [laptop, tablet]) {
    await expect(page.getByText('Reminder: a message that you saved')).toBeVisible();
    await expect(list(page).getByRole('link', { name: /^Saved for later/ })).toContainText('1 reminder');
  }
  await list(laptop).getByRole('link', { name: /^Saved for later/ }).click();
  const card = laptop.getByRole('main').getByRole('listitem').filter({ hasText: 'The plan for Monday' });
  await expect(card).toContainText('Bilal');
  expect(await seriousFaults(laptop, '#main')).toEqual([]);
  await card.getByRole('button', { name: 'Remind me' }).click();
  await laptop.getByRole('dialog').getByRole('button', { name: /^Tomorrow/ }).click();
  await expect(list(tablet).getByRole('link', { name: /^Saved for later/ })).not.toContainText('reminder');
  await card.getByRole('button', { name: 'Mark as done' }).click();
  await expect(message(tablet, 'The plan for Monday')).not.toContainText('Saved');
  await laptop.getByRole('tab', { name: 'Done' }).click();
  await expect(laptop.getByRole('main').getByRole('listitem').filter({ hasText: 'The plan for Monday' })).toBeVisible();
});

test('a message is sent later: changed and sent now from the other device', async () => {
  await openChannel(laptop, 'launch');
  await composer(laptop).click();
  await laptop.keyboard.type('Good morning');
  await laptop.getByRole('button', { name: 'Send later' }).click();
  await expect(laptop.getByRole('menuitem', { name: /Pick a date and time/ })).toContainText(alice.user.timeZone);
  await laptop.getByRole('menuitem', { name: /^Tomorrow/ }).click();
  await expect(composer(laptop)).not.toContainText('Good morning');
  // One writes on, and the menu stays where it is.
  await expect(composer(laptop)).toBeFocused();
  await laptop.keyboard.type('Next');
  await expect(composer(laptop)).toHaveText('Next');
  await expect(laptop.getByRole('button', { name: 'Send later' })).toBeEnabled();
  await expect(laptop.getByRole('menu')).toHaveCount(0);
  await laptop.keyboard.press('ControlOrMeta+a');
  await laptop.keyboard.press('Delete');
  await expect(laptop.getByText(/A message of yours will be sent here/)).toBeVisible();
  await expect(message(laptop, 'Good morning')).toHaveCount(0);
  await list(tablet).getByRole('link', { name: /^Scheduled/ }).click();
  expect(await seriousFaults(tablet, '#main')).toEqual([]);
  await tablet.getByRole('button', { name: 'Edit' }).click();
  await tablet.getByRole('dialog').getByLabel('Message').fill('Good morning, everybody');
  await tablet.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await tablet.getByRole('button', { name: 'Send now' }).click();
  await expect(message(laptop, 'Good morning, everybody')).toBeVisible();
  await expect(tablet.getByText('Nothing is scheduled')).toBeVisible();
});

test('conversations are put into sections by menu, mouse and keyboard, on both devices', async () => {
  await choose(laptop, launch, 'Add to favourites');
  await expect(section(tablet, 'Favourites').locator('[data-conversation]')).toHaveCount(1);
  await choose(laptop, direct, 'Move to a new section');
  await laptop.getByRole('dialog').getByLabel('Name').fill('People');
  await laptop.getByRole('dialog').getByRole('button', { name: 'Create section' }).click();
  await expect(section(tablet, 'People').locator(`[data-conversation="${direct}"]`)).toBeVisible();
  await drag(row(laptop, direct), row(laptop, launch), { x: 40, y: 2 });
  await expect(section(tablet, 'Favourites').locator('[data-conversation]').first()).toHaveAttribute('data-conversation', direct);
  await row(laptop, direct).focus();
  await laptop.keyboard.press('Alt+Shift+ArrowDown');
  await expect(row(laptop, direct)).toBeFocused();
  await expect(section(tablet, 'Favourites').locator('[data-conversation]').last()).toHaveAttribute('data-conversation', direct);
  await section(laptop, 'Favourites').getByRole('button', { name: 'Favourites' }).click();
  await expect(section(tablet, 'Favourites').getByRole('button', { name: 'Favourites' })).toHaveAttribute('aria-expanded', 'false');
  await section(laptop, 'Favourites').getByRole('button', { name: 'Favourites' }).click();
  expect(await seriousFaults(laptop, '#list-pane')).toEqual([]);
});

test('a muted conversation counts in its own row only', async () => {
  await choose(laptop, direct, 'Mute');
  await expect(row(tablet, direct).getByRole('img', { name: 'Muted' })).toBeVisible();
  await openChannel(laptop, 'press');
  await openChannel(tablet, 'press');
  await say(direct, 'psst');
  await expect(row(laptop, direct)).toContainText('1 unread message');
  await expect(laptop).not.toHaveTitle(/^\(/);
  await choose(laptop, direct, 'Unmute');
  await expect(laptop).toHaveTitle(/^\(1\)/);
});

test('only what is unread is listed, when wanted: on both devices, also without a network', async () => {
  const filter = (page: Page) => page.getByRole('button', { name: 'Show only unread', exact: true });
  await filter(laptop).click();
  await expect(row(laptop, direct)).toBeVisible();
  await expect(row(laptop, launch)).toHaveCount(0);
  await expect(filter(tablet)).toHaveAttribute('aria-pressed', 'true');
  await expect(row(tablet, launch)).toHaveCount(0);
  await row(laptop, direct).click();
  await expect(message(laptop, 'psst')).toBeVisible();
  await openChannelById(laptop, launch);
  await laptop.context().setOffline(true);
  await filter(laptop).click();
  await expect(row(laptop, direct)).toBeVisible();
  await expect(filter(laptop)).toHaveAttribute('aria-pressed', 'false');
  await expect(filter(tablet)).toHaveAttribute('aria-pressed', 'true');
  await laptop.context().setOffline(false);
  await expect(filter(tablet)).toHaveAttribute('aria-pressed', 'false');
  await expect(row(tablet, direct)).toBeVisible();
});

test('a conversation that I am taken out of is gone from the list and from what is kept', async () => {
  const { channel } = await bilal.api.call('createChannel', { body: { teamId: (await bilal.api.call('listTeams')).teams[0]!.team.id, kind: 'private', name: 'hidden', memberIds: [alice.user.id] } });
  await say(channel.id, 'secret words');
  await openChannel(laptop, 'hidden');
  await tool(laptop, 'secret words', 'Save for later');
  await composer(laptop).click();
  await laptop.keyboard.type('half a sentence');
  await expect(list(tablet).getByRole('link', { name: /^Drafts/ })).toBeVisible();
  await bilal.api.call('removeChannelMember', { params: { id: channel.id, userId: alice.user.id } });
  await expect(row(laptop, channel.id)).toHaveCount(0);
  await expect(list(tablet).getByRole('link', { name: /^Drafts/ })).toHaveCount(0);
  await list(laptop).getByRole('link', { name: /^Saved for later/ }).click();
  await expect(laptop.getByText('You can no longer see this message.')).toBeVisible();
  await expect(laptop.getByText('secret words')).toHaveCount(0);
});

test('badges are right after what happened while I was away', async () => {
  await openChannelById(laptop, launch);
  await laptop.context().setOffline(true);
  const { team } = await bilal.api.call('createTeam', { body: { name: 'Other' } });
  await bilal.api.call('addTeamMember', { params: { id: team.id }, body: { userId: alice.user.id } });
  const general = (await bilal.api.call('listChannels')).channels.find(({ channel }) => channel.teamId === team.id)!.channel.id;
  await say(general, `[@Alice](mention:user/${alice.user.id}) look`);
  await laptop.context().setOffline(false);
  await expect(row(laptop, general)).toContainText('1 mention', { timeout: 30_000 });
  await row(laptop, general).click();
  await expect(row(laptop, general)).not.toContainText('mention');
  await openChannelById(laptop, launch);
  await server.restart();
  await laptop.reload();
  await expect(row(laptop, general)).toBeVisible();
  await expect(row(laptop, general)).not.toContainText('mention');
  await openChannelById(laptop, general);
  const { messages } = await alice.api.call('listMessages', { params: { channelId: general } });
  await alice.api.call('markUnread', { params: { id: general }, body: { messageId: messages.at(-1)!.id } });
  await openChannelById(laptop, launch);
  await laptop.context().setOffline(true);
  await laptop.context().setOffline(false);
  await laptop.reload();
  await expect(row(laptop, general)).toHaveAttribute('data-unread', 'true');
  await send(laptop, 'here again');
  await expect(row(laptop, general)).toHaveAttribute('data-unread', 'true');
});

async function openChannelById(page: Page, channelId: string): Promise<void> {
  await page.evaluate((id) => {
    history.pushState({}, '', `/c/${id}`);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, channelId);
  await expect(composer(page)).toBeVisible();
}
