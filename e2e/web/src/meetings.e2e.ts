import { type Page, test } from '@playwright/test';
import { sfuWorker } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { composer, message } from './conversation.ts';
import { control, expect, MEETING_BROWSER, tileOf } from './meeting-people.ts';
import { startWorkshop, type Workshop } from './meeting-workshop.ts';

/** What people do in meetings, in browsers of their own. What media does is tested elsewhere: cameras stay off. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let workshop: Workshop;
let accounts: Workshop['accounts'];
let alice: Page;
let bilal: Page;

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  workshop = await startWorkshop(browser);
  ({ accounts, alice, bilal } = workshop);
});
test.afterAll(() => workshop?.stop());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const choose = async (page: Page, menu: string, item: string) => {
  await control(page, menu).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('a meeting is begun in a channel, and joined from its header', async () => {
  await button(alice, 'Meet now').click();
  await expect(alice.getByRole('group', { name: 'How you look' })).toBeVisible();
  expect(await seriousFaults(alice)).toEqual([]);
  await button(alice, 'Join now').click();
  await expect(control(alice, 'Leave')).toBeVisible();

  await expect(bilal.getByRole('region', { name: 'workshop', exact: true }).getByText('1 person is in it')).toBeVisible();
  await button(bilal, 'Join the meeting, 1 person is in it').click();
  await expect(bilal.getByText(`${accounts.alice.user.name} is in it.`)).toBeVisible();
  await button(bilal, 'Join now').click();
  await expect(tileOf(bilal, accounts.alice.user.name)).toBeVisible();
  await expect(tileOf(alice, 'Bilal Haddad')).toBeVisible();
  await expect(alice.getByRole('log', { name: 'What happens in the meeting' })).toContainText('Bilal Haddad came in');
  expect(await seriousFaults(bilal)).toEqual([]);
});

test('a hand, a reaction and a message reach the other', async () => {
  await control(bilal, 'Raise hand').click();
  await expect(tileOf(alice, 'Bilal Haddad')).toHaveAccessibleName(/hand raised/);
  await control(alice, 'People').click();
  await expect(alice.getByRole('complementary', { name: 'People' }).getByRole('listitem').first()).toContainText('Bilal Haddad');
  expect(await seriousFaults(alice)).toEqual([]);
  await control(bilal, 'Lower hand').click();
  await expect(tileOf(alice, 'Bilal Haddad')).not.toHaveAccessibleName(/hand raised/);

  await control(bilal, 'React').click();
  await bilal.getByRole('button', { name: '👏' }).click();
  await expect(alice.getByRole('log', { name: 'What happens in the meeting' })).toContainText('Bilal Haddad: 👏');
  await bilal.keyboard.press('Escape');

  await control(bilal, 'Chat').click();
  const chat = bilal.getByRole('complementary', { name: 'Chat' });
  await composer(chat).click();
  await expect(chat.locator('[data-composer]')).toBeVisible();
  await bilal.keyboard.type('The slides are in the files');
  await bilal.keyboard.press('Enter');
  await expect(message(chat, 'The slides are in the files')).toBeVisible();
  await expect(control(alice, 'Chat').getByRole('img', { name: /unread/ }).or(control(alice, 'Chat').getByText('1'))).toBeVisible();
  await control(alice, 'Chat').click();
  await expect(message(alice.getByRole('complementary', { name: 'Chat' }), 'The slides are in the files')).toBeVisible();
  await control(alice, 'Chat').click();
  await control(bilal, 'Chat').click();
});

test('a host mutes somebody, who sees it', async () => {
  await expect(control(bilal, 'Mute')).toBeVisible();
  await tileOf(alice, 'Bilal Haddad').getByRole('button', { name: 'Actions for Bilal Haddad' }).click();
  await alice.getByRole('menuitem', { name: 'Mute', exact: true }).click();
  await expect(tileOf(alice, 'Bilal Haddad')).toHaveAccessibleName(/muted/);
  await expect(control(bilal, 'Mute')).toBeHidden();
  await expect(bilal.getByRole('log', { name: 'What happens in the meeting' }).getByText('A host muted you')).toBeVisible();
});

test('the meeting is run by keyboard alone', async () => {
  await bilal.keyboard.press('Control+Shift+H');
  await expect(control(bilal, 'Lower hand')).toBeVisible();
  await bilal.keyboard.press('Control+Shift+H');
  await expect(control(bilal, 'Raise hand')).toBeVisible();
  await alice.keyboard.press('Control+Shift+M');
  await expect(control(alice, 'Unmute')).toBeVisible();
  await alice.keyboard.press('Control+Shift+M');
  await expect(control(alice, 'Mute')).toBeVisible();

  await control(alice, 'Layout').focus();
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('menuitem').first()).toBeFocused();
  await alice.keyboard.press('ArrowDown');
  await alice.keyboard.press('ArrowDown');
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('group', { name: 'Other people' })).toBeVisible();
  await expect(control(alice, 'Layout')).toBeFocused();
  await choose(alice, 'Layout', 'Automatic');

  await control(alice, 'People').focus();
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('complementary', { name: 'People' })).toBeVisible();
  await alice.keyboard.press('Escape');
  await expect(control(alice, 'People')).toBeFocused();
});

test('a guest without an account comes by a link, waits, and is let in', async ({ browser }) => {
  await choose(alice, 'More', 'Meeting options');
  const options = alice.getByRole('complementary', { name: 'Meeting options' });
  await options.getByLabel('Who waits in the lobby').selectOption({ label: 'Guests' });
  await expect(options.getByLabel('Who waits in the lobby')).toHaveValue('guests');
  expect(await seriousFaults(alice)).toEqual([]);
  await control(alice, 'People').click();
  await button(alice, 'Make a link for guests').click();
  const link = await alice.getByLabel('Link for guests').inputValue();
  await control(alice, 'People').click();

  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const guest = await context.newPage();
  workshop.keep(guest);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'workshop' })).toBeVisible();
  // As for everybody: a look, a sound, and a choice of devices.
  await expect(guest.getByRole('group', { name: 'How you look' }).locator('video')).toBeVisible();
  await expect.poll(async () => Number(await guest.getByRole('meter', { name: 'How loud you are' }).getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await guest.getByText('Microphone and camera').click();
  await expect(guest.getByLabel('Camera', { exact: true }).locator('option')).not.toHaveCount(1);
  await button(guest, 'Turn camera off').click();
  expect(await seriousFaults(guest)).toEqual([]);
  await guest.getByLabel('Your name').fill('Greta Guest');
  await button(guest, 'Join now').click();
  await expect(guest.getByRole('heading', { name: 'You will be let in soon' })).toBeVisible();
  await expect(alice.getByText('Greta Guest waits to be let in.').first()).toBeVisible();
  await button(alice, 'Admit').click();
  await expect(control(guest, 'Leave')).toBeVisible();
  await expect(tileOf(guest, 'Bilal Haddad')).toBeVisible();
  await expect(tileOf(alice, 'Greta Guest')).toBeVisible();
});
