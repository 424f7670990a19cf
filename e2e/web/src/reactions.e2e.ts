import { expect, type Page, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { browserOf } from './accounts.ts';
import { composer, message, send } from './conversation.ts';

/** What two people do with messages besides writing them: with the mouse, and with the keyboard alone. */
test.describe.configure({ mode: 'serial' });

let server: TestServer;
let accounts: { alice: TestAccount; bilal: TestAccount };
let alice: Page;
let bilal: Page;
let channelId: string;

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Atelier' } });
  accounts = {
    alice: await server.createUser('Alice Martin', { teamIds: [team.id] }),
    bilal: await server.createUser('Bilal Haddad', { teamIds: [team.id] }),
  };
  const memberIds = [accounts.bilal.user.id];
  channelId = (await accounts.alice.api.call('createChannel', { body: { teamId: team.id, kind: 'private', name: 'plans', memberIds } })).channel.id;
  [{ page: alice }, { page: bilal }] = await Promise.all([browserOf(browser, server.url, accounts.alice), browserOf(browser, server.url, accounts.bilal)]);
  await Promise.all([alice, bilal].map((page) => page.goto(`${server.url}/c/${channelId}`)));
});
test.afterAll(async () => {
  await Promise.all([alice, bilal].map((page) => page?.context().close()));
  await server?.stop();
});

/** A PNG of one dot. */
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** As a client that isn't ours would. */
async function createEmoji({ token }: TestAccount, name: string, bytes: Buffer): Promise<{ status: number; code: string }> {
  const ask = (path: string, method: string, headers: Record<string, string>, body?: BodyInit) =>
    fetch(`${server.url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${token}`, ...headers }, ...(body === undefined ? {} : { body }) });
  const begun = await ask('/uploads', 'POST', { 'upload-length': String(bytes.length) });
  const id = begun.headers.get('location')!.split('/').at(-1)!;
  await ask(`/uploads/${id}`, 'PATCH', { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, new Uint8Array(bytes));
  const file = (await (await ask(`/uploads/${id}/file`, 'GET', {})).json()) as { id: string };
  const answer = await ask('/emoji', 'POST', { 'content-type': 'application/json' }, JSON.stringify({ name, fileId: file.id }));
  return (await answer.json()) as { status: number; code: string };
}

const chip = (page: Page, text: string, name: string | RegExp) => message(page, text).getByRole('group', { name: 'Reactions' }).getByRole('button', { name });
const tools = (page: Page, text: string) => message(page, text).getByRole('toolbar', { name: 'Message actions' });

test('one press reacts, another takes it back, and the other sees both', async () => {
  await send(alice, 'Shall we go by train?');
  await expect(message(bilal, 'by train')).toBeVisible();
  await message(bilal, 'by train').hover();
  await tools(bilal, 'by train').getByRole('button', { name: 'React with 👍' }).click();
  await expect(chip(bilal, 'by train', '👍 1: you')).toHaveAttribute('aria-pressed', 'true');
  await expect(chip(alice, 'by train', '👍 1: Bilal Haddad')).toHaveAttribute('aria-pressed', 'false');

  await chip(alice, 'by train', '👍 1: Bilal Haddad').click();
  await expect(chip(bilal, 'by train', '👍 2: Alice Martin and you')).toBeVisible();
  await chip(bilal, 'by train', /👍/).click();
  await expect(chip(alice, 'by train', '👍 1: you')).toBeVisible();
  await expect(message(bilal, 'by train')).toHaveCount(1);
});

test('the picker finds an emoji, in the skin tone that one has chosen', async () => {
  await message(bilal, 'by train').getByRole('group', { name: 'Reactions' }).getByRole('button', { name: 'Add a reaction' }).click();
  const picker = bilal.getByRole('dialog', { name: 'Add a reaction' });
  await picker.getByRole('radio', { name: 'Medium', exact: true }).check({ force: true });
  await picker.getByRole('searchbox', { name: 'Search emoji' }).fill('clapping');
  await expect(picker.getByRole('gridcell')).toHaveCount(1);
  await bilal.keyboard.press('Enter');
  await expect(chip(alice, 'by train', '👏🏽 1: Bilal Haddad')).toBeVisible();
  // Whoever joins in uses their own tone, and both are counted together.
  await chip(alice, 'by train', '👏🏽 1: Bilal Haddad').click();
  await expect(chip(bilal, 'by train', '👏🏽 2: Alice Martin and you')).toContainText('2');
});

test('everything goes without a mouse', async () => {
  await send(alice, 'By bicycle, then');
  await expect(message(bilal, 'By bicycle')).toBeVisible();
  await bilal.reload();
  await expect(message(bilal, 'By bicycle')).toBeVisible();
  // From the composer back to the last message, to its tools.
  await bilal.getByRole('textbox', { name: /^Message/ }).focus();
  await bilal.keyboard.press('Shift+Tab');
  await expect(async () => {
    if (!(await message(bilal, 'By bicycle').evaluate((row) => row === document.activeElement))) await bilal.keyboard.press('Shift+Tab');
    await expect(message(bilal, 'By bicycle')).toBeFocused({ timeout: 50 });
  }).toPass();
  await bilal.keyboard.press('Enter');
  await expect(tools(bilal, 'By bicycle').getByRole('button').first()).toBeFocused();
  await bilal.keyboard.press('ArrowRight');
  await bilal.keyboard.press('ArrowRight');
  await bilal.keyboard.press('ArrowRight');
  await expect(tools(bilal, 'By bicycle').getByRole('button', { name: 'Add a reaction' })).toBeFocused();
  await bilal.keyboard.press('Enter');
  await expect(bilal.getByRole('searchbox', { name: 'Search emoji' })).toBeFocused();
  await expect(bilal.getByRole('gridcell').first()).toBeVisible();
  await bilal.keyboard.type('croissant');
  await expect(bilal.getByRole('gridcell', { name: 'Croissant' })).toHaveAttribute('data-active', '');
  await bilal.keyboard.press('Enter');
  await expect(chip(alice, 'By bicycle', '🥐 1: Bilal Haddad')).toBeVisible();

  // The menu of the rest: pin it.
  await message(bilal, 'By bicycle').focus();
  await bilal.keyboard.press('Enter');
  await bilal.keyboard.press('ArrowLeft');
  await bilal.keyboard.press('Enter');
  await expect(bilal.getByRole('menuitem').first()).toBeFocused();
  await bilal.keyboard.press('p');
  await expect(bilal.getByRole('menuitem', { name: 'Pin to this conversation' })).toBeFocused();
  await bilal.keyboard.press('Enter');
  await expect(message(alice, 'By bicycle')).toContainText('Pinned by Bilal Haddad');

  // Back on the message, who reacted is in its chips.
  await message(bilal, 'By bicycle').focus();
  await bilal.keyboard.press('Tab');
  await expect(chip(bilal, 'By bicycle', '🥐 1: you')).toBeFocused();
});

test('what was pinned is in the details, and leads to its place', async () => {
  await alice.getByRole('button', { name: /members, show details/ }).click();
  await alice.getByRole('tab', { name: 'Pins' }).click();
  const pins = alice.getByRole('list', { name: 'Pinned messages' });
  await expect(pins.getByRole('listitem')).toHaveText(/By bicycle, then/);
  await pins.getByRole('link', { name: 'Go to the message' }).click();
  await expect(alice).toHaveURL(/\?message=/);
  await expect(message(alice, 'By bicycle')).toHaveAttribute('data-highlighted', 'true');
  await pins.getByRole('button', { name: 'Unpin' }).click();
  await expect(message(bilal, 'By bicycle')).not.toContainText('Pinned');
  await expect(alice.getByText('Nothing is pinned')).toBeVisible();
  await alice.getByRole('button', { name: 'Close' }).click();
});

test('both tick tasks of one message, and see what it said before', async () => {
  await accounts.alice.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text: '- [ ] tickets\n- [ ] sandwiches' } });
  const list = (page: Page) => message(page, 'sandwiches');
  await list(bilal).getByRole('checkbox', { name: 'tickets' }).check();
  await list(alice).getByRole('checkbox', { name: 'sandwiches' }).check();
  for (const page of [alice, bilal]) for (const name of ['tickets', 'sandwiches']) await expect(list(page).getByRole('checkbox', { name })).toBeChecked();
  await list(bilal).getByRole('button', { name: '(edited)' }).click();
  const history = bilal.getByRole('dialog', { name: 'Edit history' });
  await expect(history.getByRole('listitem')).toHaveCount(3);
  await expect(history.getByRole('listitem').first().locator('ins')).toContainText('x');
  await bilal.keyboard.press('Escape');
});

test('a message that is deleted just before the page goes is gone', async () => {
  await send(alice, 'Said too early');
  await expect(message(bilal, 'Said too early')).toBeVisible();
  await expect(alice.locator('[data-delivery]')).toHaveCount(0);
  await message(alice, 'Said too early').hover();
  await tools(alice, 'Said too early').getByRole('button', { name: /^More/ }).click();
  await alice.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(alice.getByText('Message deleted')).toBeVisible();
  // Before it would be told by itself.
  await alice.reload();
  await expect(message(bilal, 'Said too early')).toHaveCount(0);
});

test('a picture becomes an emoji to write and react with; what is no picture does not', async () => {
  await bilal.goto(`${server.url}/settings/emoji`);
  const choose = (name: string, buffer: Buffer) => bilal.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('evil.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "owned"</script></svg>'));
  await expect(bilal.getByText('evil.png is no picture, or is damaged. Choose another.')).toBeVisible();
  await expect(bilal.getByText('No emoji have been added yet')).toBeVisible();
  // Beside the page it fares no better.
  expect(await createEmoji(accounts.bilal, 'evil', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({ status: 422, code: 'image_invalid' });

  await choose('Party Parrot.png', DOT);
  await expect(bilal.getByLabel('Name')).toHaveValue('party_parrot');
  await bilal.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(bilal.getByRole('list', { name: 'Emoji added here' }).getByRole('listitem')).toContainText(':party_parrot:');

  await composer(alice).click();
  await alice.keyboard.type('Well done :parro');
  await expect(alice.getByRole('option', { name: ':party_parrot:' })).toHaveAttribute('aria-selected', 'true');
  await alice.keyboard.press('Enter');
  await alice.keyboard.press('Enter');
  await expect(message(alice, 'Well done').getByRole('img', { name: ':party_parrot:' })).toBeVisible();
  await message(alice, 'Well done').hover();
  await tools(alice, 'Well done').getByRole('button', { name: 'Add a reaction' }).click();
  await alice.getByRole('searchbox', { name: 'Search emoji' }).fill('parrot');
  await alice.getByRole('gridcell', { name: 'party_parrot' }).click();
  await expect(chip(alice, 'Well done', ':party_parrot: 1: you')).toBeVisible();

  await bilal.getByRole('button', { name: 'Delete :party_parrot:' }).click();
  await bilal.getByRole('dialog', { name: 'Delete the emoji :party_parrot:?' }).getByRole('button', { name: 'Delete :party_parrot:' }).click();
  await expect(message(alice, 'Well done')).toContainText(':party_parrot:');
  await expect(bilal.getByText('No emoji have been added yet')).toBeVisible();
});
