import { type Browser, type Page, test } from '@playwright/test';
import { sfuWorker, startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';
import { control, expect, MEETING_BROWSER, tileOf } from './meeting-people.ts';

/** How people call each other, and begin meetings of their own, in browsers of their own. What media does is tested elsewhere: cameras stay off. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let server: TestServer;
let accounts: { alice: TestAccount; bilal: TestAccount };
let alice: Page;
let bilal: Page;
let channelId: string;
let directId: string;
const opened: Page[] = [];

async function open(browser: Browser, account: TestAccount, path: string): Promise<Page> {
  const { page } = await browserOf(browser, server.url, account, { reducedMotion: 'reduce', locale: 'en-GB' });
  await page.addInitScript(() => localStorage.setItem('parvis-join-with', JSON.stringify({ microphone: true, camera: false })));
  await page.goto(`${server.url}${path}`);
  opened.push(page);
  return page;
}

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  server = await startTestServer({ sfu: true });
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Workshop team' } });
  const other = await server.createUser('Bilal Haddad', { teamIds: [team.id] });
  accounts = { alice: owner, bilal: other };
  const { channel } = await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'workshop', memberIds: [other.user.id] } });
  channelId = channel.id;
  directId = (await owner.api.call('openConversation', { body: { userIds: [other.user.id] } })).channel.id;
  [alice, bilal] = [await open(browser, owner, `/c/${channelId}`), await open(browser, other, `/c/${channelId}`)];
});
test.afterAll(async () => {
  await Promise.all(opened.map((page) => page.context().close()));
  await server?.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true });
const choose = async (page: Page, menu: string, item: string) => {
  await control(page, menu).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('a call rings on every device, is answered on one, and is silent on the others', async ({ browser }) => {
  const phone = await open(browser, accounts.bilal, `/c/${channelId}`);
  await alice.goto(`${server.url}/c/${directId}`);
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
  await alice.goto(`${server.url}/c/${directId}`);
  await button(alice, 'Video call').click();
  const ringing = bilal.getByRole('alertdialog', { name: accounts.alice.user.name });
  await expect(ringing).toBeVisible();
  await control(alice, 'Leave').click();
  await expect(ringing).toBeHidden();
  await bilal.goto(`${server.url}/c/${directId}`);
  await expect(bilal.getByRole('heading', { name: 'Missed call' })).toBeVisible();
  await expect(button(bilal, 'Call back')).toBeVisible();
  expect(await seriousFaults(bilal, 'main')).toEqual([]);

  await button(bilal, 'Call back').click();
  await alice.getByRole('alertdialog', { name: 'Bilal Haddad' }).getByRole('button', { name: 'Decline' }).click();
  await expect(bilal.getByRole('heading', { name: 'Nobody took the call' })).toBeVisible();
  await expect(button(bilal, 'Call again')).toBeVisible();
});

test('a meeting of my own is begun from the menu', async () => {
  await alice.goto(`${server.url}/meet`);
  await expect(alice.getByRole('heading', { name: 'Recent' })).toBeVisible();
  await button(alice, 'New').click();
  await alice.getByRole('menuitem', { name: 'Meeting' }).click();
  await alice.getByRole('dialog', { name: 'New meeting' }).getByLabel('Name of the meeting').fill('One to one');
  await alice.keyboard.press('Enter');
  await expect(alice.getByRole('heading', { name: 'One to one' })).toBeVisible();
  await button(alice, 'Join now').click();
  await choose(alice, 'Leave', 'Leave the meeting');
  await expect(alice.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
});
