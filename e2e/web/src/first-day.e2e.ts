import { expect, type Page, test } from '@playwright/test';
import { LIMITS } from '@parvis/contracts/limits';
import { startTestServer, type TestServer } from '@parvis/testing';
import { PASSWORD } from './accounts.ts';
import { composer, message, messages, openChannel, readAll, send } from './conversation.ts';

/** From a server that nobody set up to a conversation that survives its server's crash: two people, two browsers. */
test.describe.configure({ mode: 'serial' });

const BURST = 500;

let server: TestServer;
let alice: Page;
let bilal: Page;
let invitation = '';

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ env: { PARVIS_ADMIN_EMAIL: '', PARVIS_ADMIN_PASSWORD: '', PARVIS_ORGANISATION: '' } });
  alice = await (await browser.newContext()).newPage();
  bilal = await (await browser.newContext()).newPage();
});
test.afterAll(async () => {
  await alice.context().close();
  await bilal.context().close();
  await server.stop();
});

test('the first administrator sets the workspace up behind the one-time link', async () => {
  // It may answer before what it wrote has come through.
  const printed = () => /one-time link: (\S+)\s/.exec(server.processes[0]?.log ?? '')?.[1] ?? '';
  await expect.poll(printed).not.toBe('');
  const link = printed();
  await alice.goto(link);
  await alice.getByLabel('Name of your organisation').fill('Atelier Lumière');
  await alice.getByRole('button', { name: 'Continue' }).click();
  await alice.getByLabel('Your name').fill('Alice Martin');
  await alice.getByLabel('E-mail').fill('alice@example.test');
  await alice.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await alice.getByRole('button', { name: 'Continue' }).click();
  await alice.getByLabel('Name of the team').fill('Everyone');
  await alice.getByRole('button', { name: 'Open the workspace' }).click();
  await openChannel(alice, 'general');
  await alice.getByRole('button', { name: 'Add people' }).click();
  await expect(alice.getByRole('textbox', { name: 'People to add' })).toBeFocused();
  await alice.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: 'Close' }).click();

  // Nobody sets it up a second time.
  await bilal.goto(link);
  await expect(bilal.getByRole('heading', { name: 'This workspace is already set up' })).toBeVisible();
});

test('she invites a colleague by a link, since this server has no mail', async () => {
  await alice.getByRole('button', { name: 'New', exact: true }).click();
  await alice.getByRole('menuitem', { name: 'Invite people' }).click();
  const dialog = alice.getByRole('dialog');
  await dialog.getByLabel('E-mail of the person').fill('bilal@example.test');
  await dialog.getByRole('button', { name: 'Send the invitation' }).or(dialog.getByRole('button', { name: 'Make the link' })).click();
  await expect(dialog.getByText('This server can\'t send e-mail. Hand over this link to bilal@example.test.')).toBeVisible();
  invitation = await dialog.getByLabel('Invitation link').inputValue();
  await alice.keyboard.press('Escape');
});

test('who forgot their password is told that no mail comes, and whom to ask', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/forgot-password`);
  await page.getByLabel('E-mail').fill('alice@example.test');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'This workspace can\'t send mail' })).toBeVisible();
  await expect(page.getByText('they can make a reset link for you')).toBeVisible();
  await page.context().close();
});

test('he creates his account from it and finds her team', async () => {
  await bilal.goto(invitation);
  await expect(bilal.getByRole('heading', { name: 'Join Atelier Lumière' })).toBeVisible();
  await bilal.getByLabel('Your name').fill('Bilal Haddad');
  await bilal.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await bilal.getByRole('button', { name: 'Create my account' }).click();
  await openChannel(bilal, 'general');
  await expect(alice.getByRole('button', { name: /2 members/ })).toBeVisible();
});

test('they talk, format, edit and mention', async () => {
  await send(alice, 'Hello **Bilal**, welcome!');
  await expect(message(bilal, 'Hello Bilal, welcome!')).toBeVisible();
  await expect(message(bilal, 'Hello Bilal').locator('strong')).toHaveText('Bilal');
  // Read out by a screen reader, once it has nothing else to say.
  await expect(bilal.getByRole('log')).toHaveText('Alice Martin: Hello Bilal, welcome!');
  await expect(bilal.getByRole('log')).toHaveAttribute('aria-live', 'polite');

  await send(bilal, 'Thnaks');
  await expect(message(alice, 'Thnaks')).toBeVisible();
  await expect(bilal.locator('[data-delivery]')).toHaveCount(0);
  await composer(bilal).click();
  await bilal.keyboard.press('ArrowUp');
  const editor = message(bilal, 'Thnaks').locator('[contenteditable=true]');
  await expect(editor).toBeFocused();
  await bilal.keyboard.press('ControlOrMeta+a');
  await bilal.keyboard.type('Thanks');
  await bilal.keyboard.press('Enter');
  await expect(message(alice, 'Thanks')).toContainText('(edited)');

  await composer(alice).click();
  await alice.keyboard.type('Can you look at this, @bil');
  await expect(alice.getByRole('option', { name: /Bilal Haddad/ })).toHaveAttribute('aria-selected', 'true');
  await alice.keyboard.press('Enter');
  await alice.keyboard.type('?');
  await alice.keyboard.press('Enter');
  const mention = message(bilal, 'Can you look at this');
  await expect(mention).toContainText('@Bilal Haddad');
  await expect(mention).toHaveAttribute('data-mentioned', 'true');
});

test('a text that is too long says so before it is sent, and stays', async () => {
  await composer(bilal).click();
  await bilal.keyboard.insertText('x'.repeat(LIMITS.messageText + 5));
  await expect(bilal.getByText('5 characters too many: shorten the message to send it')).toBeVisible();
  await expect(bilal.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await bilal.keyboard.press('Enter');
  for (let count = 0; count < 5; count++) await bilal.keyboard.press('Backspace');
  await expect(bilal.getByText('0 characters left')).toBeVisible();
  await expect(bilal.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
  await expect(message(bilal, 'xxxxx')).toHaveCount(0);
  await bilal.keyboard.press('ControlOrMeta+a');
  await bilal.keyboard.press('Delete');
});

test('a client of an older version is asked to reload, and keeps what was begun', async () => {
  const problem = { type: 'about:blank', title: 'Outdated', status: 426, code: 'client_outdated' };
  await composer(bilal).click();
  await bilal.keyboard.type('half a sentence');
  await bilal.route('**/api/v1/sync', (route) => route.fulfill({ status: 426, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
  await bilal.context().setOffline(true);
  await expect(bilal.getByText(/You're offline/)).toBeVisible();
  await bilal.context().setOffline(false);
  await expect(bilal.getByText('Parvis was updated. Reload to go on; your drafts are kept.')).toBeVisible();
  await bilal.unroute('**/api/v1/sync');
  await bilal.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(composer(bilal)).toHaveText('half a sentence');
  await composer(bilal).click();
  await bilal.keyboard.press('ControlOrMeta+a');
  await bilal.keyboard.press('Delete');
});

test('what is written offline waits on the device and arrives once', async () => {
  await bilal.context().setOffline(true);
  await expect(bilal.getByText(/You're offline/)).toBeVisible();
  await send(bilal, 'written in the tunnel');
  await expect(message(bilal, 'written in the tunnel')).toBeVisible();
  await expect(message(alice, 'written in the tunnel')).toHaveCount(0);
  await send(alice, 'said meanwhile');
  await bilal.context().setOffline(false);
  await expect(message(alice, 'written in the tunnel')).toHaveCount(1);
  await expect(message(bilal, 'said meanwhile')).toHaveCount(1);
  await expect(message(bilal, 'written in the tunnel')).toHaveCount(1);
});

test('the server dies in a burst of 500 messages: both see the same 500, in order, once', async () => {
  test.setTimeout(600_000);
  await composer(alice).click();
  const crash = async (): Promise<void> => {
    await server.kill9();
    await server.start();
  };
  let crashed: Promise<void> | undefined;
  for (let index = 1; index <= BURST; index++) {
    await alice.keyboard.insertText(`burst ${String(index).padStart(3, '0')}`);
    await alice.keyboard.press('Enter');
    if (index === BURST / 2) crashed = crash();
  }
  await crashed;
  await expect(messages(bilal).last()).toContainText(`burst ${BURST}`, { timeout: 240_000 });
  await expect(alice.locator('[data-delivery]')).toHaveCount(0, { timeout: 60_000 });

  const expected = Array.from({ length: BURST }, (_, index) => `burst ${String(index + 1).padStart(3, '0')}`);
  expect(await readAll(alice, /burst \d{3}/)).toEqual(expected);
  expect(await readAll(bilal, /burst \d{3}/)).toEqual(expected);

  await bilal.reload();
  await expect(composer(bilal)).toBeVisible();
  expect(await readAll(bilal, /burst \d{3}/)).toEqual(expected);
});
