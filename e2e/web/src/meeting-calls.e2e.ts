import { type Page, test } from '@playwright/test';
import { sfuWorker } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { control, expect, MEETING_BROWSER, tileOf } from './meeting-people.ts';
import { startWorkshop, type Workshop } from './meeting-workshop.ts';

/** How people call each other, and begin meetings of their own, in browsers of their own. What media does is tested elsewhere: cameras stay off. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let workshop: Workshop;
let accounts: Workshop['accounts'];
let alice: Page;
let bilal: Page;
let serverUrl: string;
let channelId: string;
let directId: string;

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  workshop = await startWorkshop(browser);
  ({ accounts, alice, bilal, channelId, directId, server: { url: serverUrl } } = workshop);
});
test.afterAll(() => workshop?.stop());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const choose = async (page: Page, menu: string, item: string) => {
  await control(page, menu).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('a call rings on every device, is answered on one, and is silent on the others', async () => {
  const phone = await workshop.open(accounts.bilal, `/c/${channelId}`);
  await alice.goto(`${serverUrl}/c/${directId}`);
  await button(alice, 'Audio call').click();
  await expect(alice.getByText('Calling Bilal Haddad')).toBeVisible();
  const ringing = (page: Page) => page.getByRole('alertdialog', { name: accounts.alice.user.name });
  await expect(ringing(phone)).toBeVisible();
  await expect(ringing(bilal)).toBeVisible();
  expect(await seriousFaults(bilal)).toEqual([]);
  await expect(ringing(bilal).getByRole('button', { name: 'Accept with audio' })).toBeFocused();
  await bilal.keyboard.press('Enter');
  await expect(ringing(phone)).toBeHidden();
  await expect(control(bilal, 'Leave')).toBeVisible();
  await expect(tileOf(alice, 'Bilal Haddad')).toBeVisible();
  await expect(alice.getByText('Calling Bilal Haddad')).toBeHidden();
  await control(bilal, 'Leave').click();
  await expect(bilal.getByRole('heading', { name: 'You left the call' })).toBeVisible();
  await expect(alice.getByRole('heading', { name: 'The call is over' })).toBeVisible();
});

test('a call that nobody takes is a missed call by the messages, with a way back', async () => {
  await alice.goto(`${serverUrl}/c/${directId}`);
  await button(alice, 'Video call').click();
  const ringing = bilal.getByRole('alertdialog', { name: accounts.alice.user.name });
  await expect(ringing).toBeVisible();
  await control(alice, 'Leave').click();
  await expect(ringing).toBeHidden();
  await bilal.goto(`${serverUrl}/c/${directId}`);
  await expect(bilal.getByRole('heading', { name: 'Missed call' })).toBeVisible();
  await expect(button(bilal, 'Call back')).toBeVisible();
  expect(await seriousFaults(bilal, 'main')).toEqual([]);

  await button(bilal, 'Call back').click();
  await alice.getByRole('alertdialog', { name: 'Bilal Haddad' }).getByRole('button', { name: 'Decline' }).click();
  await expect(bilal.getByRole('heading', { name: 'Nobody took the call' })).toBeVisible();
  await expect(button(bilal, 'Call again')).toBeVisible();
});

test('a call that is declined while its caller still comes in was taken by nobody', async () => {
  let declined: () => void = () => undefined;
  const held = new Promise<void>((resolve) => { declined = resolve; });
  await bilal.route('**/api/v1/meetings/*/join', async (route) => {
    await held;
    await route.continue();
  });
  await button(bilal, 'Call again').click();
  const ringing = alice.getByRole('alertdialog', { name: 'Bilal Haddad' });
  await ringing.getByRole('button', { name: 'Decline' }).click();
  await expect(ringing).toBeHidden();
  declined();
  await expect(bilal.getByRole('heading', { name: 'Nobody took the call' })).toBeVisible();
  await expect(button(bilal, 'Call again')).toBeVisible();
  await bilal.unroute('**/api/v1/meetings/*/join');
});

test('a meeting of my own is begun from the menu', async () => {
  await alice.goto(`${serverUrl}/meet`);
  const recent = alice.getByRole('region', { name: 'Recent' }).getByRole('link', { name: 'Bilal Haddad' });
  // The newest first: two that she declined, one that he didn’t take, and the one that they had.
  await expect(recent).toContainText(['Declined call', 'Declined call', 'Nobody answered', /\d (?:s|min)$/u]);
  await button(alice, 'New').click();
  await alice.getByRole('menuitem', { name: 'Meeting' }).click();
  await alice.getByRole('dialog', { name: 'New meeting' }).getByLabel('Name of the meeting').fill('One to one');
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('heading', { name: 'One to one' })).toBeVisible();
  await button(alice, 'Join now').click();
  await choose(alice, 'Leave', 'Leave the meeting');
  await expect(alice.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
});
