import { expect, type Locator, type Page, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { seriousFaults } from './accessible.ts';
import { browserOf } from './accounts.ts';
import { composer, message, send } from './conversation.ts';

/** Polls, slash commands, status, forwarding and previews, as two people use them in two browsers. */
test.describe.configure({ mode: 'serial' });

let web: http.Server;
let site: string;
let server: TestServer;
let ann: Page;
let bilal: Page;
let accounts: { ann: TestAccount; bilal: TestAccount };
let channelId: string;

test.beforeAll(async ({ browser }) => {
  web = http.createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>The pier reopens</title><meta name="description" content="After two years of work, the pier is open again.">');
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  site = `http://${host}/`;
  server = await startTestServer({ env: { PARVIS_OUTGOING_ALLOW: host } });
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Studio' } });
  const people = [await server.createUser('Ann Archer', { role: 'admin', teamIds: [team.id] }), await server.createUser('Bilal Haddad', { teamIds: [team.id] })] as const;
  accounts = { ann: people[0], bilal: people[1] };
  const { channel } = await people[0].api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'lunch', memberIds: [people[1].user.id] } });
  channelId = channel.id;
  await people[0].api.call('openConversation', { body: { userIds: [people[1].user.id] } });
  [ann, bilal] = await Promise.all(people.map(async (account) => {
    const { page } = await browserOf(browser, server.url, account, { reducedMotion: 'reduce' });
    await page.goto(`${server.url}/c/${channelId}`);
    return page;
  })) as [Page, Page];
});
test.afterAll(async () => {
  await Promise.all([ann, bilal].map((page) => page?.context().close()));
  await server?.stop();
  web.close();
});

const poll = (page: Page, question: string): Locator => page.getByRole('region', { name: question });
const notice = (page: Page): Locator => page.getByRole('alert');

test('a poll is begun by a command, answered in another browser, and its results are live', async () => {
  await composer(ann).click();
  // The editor has taken over from the text box that stands in for it.
  await expect(ann.locator('[data-composer]')).toBeVisible();
  await ann.keyboard.type('/po');
  await expect(ann.getByRole('listbox', { name: 'Commands' }).getByRole('option')).toHaveCount(1);
  await ann.keyboard.press('Enter');
  await ann.keyboard.type('Where do we eat? | At Zoé’s | Here');
  await ann.keyboard.press('Enter');
  const dialog = ann.getByRole('dialog', { name: 'New poll' });
  await expect(dialog.getByLabel('Question')).toHaveValue('Where do we eat?');
  await dialog.getByLabel('Answer 2').press('Enter');
  await ann.keyboard.type('Nowhere');
  expect(await seriousFaults(ann, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask' }).click();
  await expect(dialog).toBeHidden();
  await expect(composer(ann)).toHaveText('');

  await poll(bilal, 'Where do we eat?').getByRole('radio', { name: 'Here', exact: true }).check();
  await expect(poll(ann, 'Where do we eat?').getByText('1 person voted')).toBeVisible();
  await expect(poll(ann, 'Where do we eat?').getByRole('radio', { name: 'Here', exact: true })).toHaveAccessibleDescription('1 vote: Bilal Haddad');
  // By keyboard, to the next answer.
  await bilal.keyboard.press('ArrowDown');
  await expect(poll(ann, 'Where do we eat?').getByRole('radio', { name: 'Nowhere' })).toHaveAccessibleDescription('1 vote: Bilal Haddad');
  expect(await seriousFaults(bilal, 'main')).toEqual([]);

  await bilal.reload();
  await expect(poll(bilal, 'Where do we eat?').getByRole('radio', { name: 'Nowhere' })).toBeChecked();
  await expect(poll(bilal, 'Where do we eat?').getByRole('button', { name: 'Close the poll' })).toBeHidden();
  await poll(ann, 'Where do we eat?').getByRole('button', { name: 'Close the poll' }).click();
  await expect(poll(bilal, 'Where do we eat?').getByRole('radio', { name: 'Here', exact: true })).toBeDisabled();
  await expect(poll(bilal, 'Where do we eat?').getByText(/closed/)).toBeVisible();
});

test('an anonymous poll with several answers tells nobody who chose what, and a vote is taken back', async () => {
  await send(ann, '/poll Which days?');
  const dialog = ann.getByRole('dialog', { name: 'New poll' });
  await dialog.getByLabel('Answer 1').fill('Monday');
  await dialog.getByLabel('Answer 2').fill('Tuesday');
  await dialog.getByLabel('Choose one or more').check();
  await dialog.getByLabel('Anonymous').check();
  await dialog.getByRole('button', { name: 'Ask' }).click();
  const days = poll(bilal, 'Which days?');
  await days.getByRole('checkbox', { name: 'Monday' }).check();
  await days.getByRole('checkbox', { name: 'Tuesday' }).check();
  await expect(poll(ann, 'Which days?').getByRole('checkbox', { name: 'Tuesday' })).toHaveAccessibleDescription('1 vote');
  await days.getByRole('checkbox', { name: 'Monday' }).uncheck();
  await expect(poll(ann, 'Which days?').getByRole('checkbox', { name: 'Monday' })).toHaveAccessibleDescription('0 votes');
  await expect(poll(ann, 'Which days?').getByText('1 person voted')).toBeVisible();
});

test('/me and /shrug are said to the others', async () => {
  await send(ann, '/me waves');
  await expect(message(bilal, /Ann Archer\s*waves/).last()).toBeVisible();
  await send(ann, '/shrug no idea');
  await expect(message(bilal, 'no idea ¯\\_(ツ)_/¯')).toBeVisible();
});

test('what is no command keeps its text, and is sent as words when it was meant so', async () => {
  await send(ann, '/dance with me');
  await expect(notice(ann)).toContainText('There is no command /dance');
  await expect(composer(ann)).toHaveText('/dance with me');
  await notice(ann).getByRole('button', { name: 'Send as text' }).click();
  await expect(message(bilal, '/dance with me')).toBeVisible();
  await expect(composer(ann)).toHaveText('');
  await expect(notice(ann)).toBeHidden();
});

test('/remind says what it can’t understand, then reminds at the time', async () => {
  await send(ann, '/remind stretch');
  await expect(notice(ann)).toContainText('Write when');
  await expect(composer(ann)).toHaveText('/remind stretch');
  await ann.keyboard.type(' in 3 hours');
  await ann.keyboard.press('Enter');
  await expect(ann.getByText(/You will be reminded/)).toBeVisible();
  await expect(composer(ann)).toHaveText('');
  const { items } = await accounts.ann.api.call('listSaved', {});
  expect(items).toMatchObject([{ item: { text: 'stretch', channelId } }]);
  const minutes = (Date.parse(items[0]!.item.remindAt ?? '') - Date.now()) / 60_000;
  expect(Math.abs(minutes - 180)).toBeLessThan(2);
});

test('/status, /dnd, /topic and /mute do what they say', async () => {
  await send(ann, '/status 🚌 On the way');
  await expect(bilal.getByRole('img', { name: 'On the way' }).first()).toBeVisible();
  await send(ann, '/dnd 30 minutes');
  await expect(ann.getByText(/No notifications until/)).toBeVisible();
  await send(ann, '/dnd off');
  await expect(ann.getByText('You get notifications again.')).toBeVisible();
  await send(ann, '/topic Where and when');
  await expect(bilal.getByText('Where and when').first()).toBeVisible();
  await send(ann, '/mute');
  await expect(ann.getByText('This conversation is muted.')).toBeVisible();
  await ann.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(async () => (await accounts.ann.api.call('listChannels')).channels.find(({ channel }) => channel.id === channelId)?.membership.muted).toBe(false);
});

test('commands that one may not run are not offered', async () => {
  await bilal.getByRole('link', { name: /Ann Archer/ }).first().click();
  await composer(bilal).click();
  await expect(bilal.locator('[data-composer]')).toBeVisible();
  await bilal.keyboard.type('/');
  const offered = bilal.getByRole('listbox', { name: 'Commands' });
  await expect(offered.getByRole('option', { name: /^\/me/ })).toBeVisible();
  await expect(offered.getByRole('option', { name: /^\/(topic|invite|leave)/ })).toHaveCount(0);
  await bilal.keyboard.press('Escape');
  await bilal.keyboard.press('Backspace');
  await bilal.goto(`${server.url}/c/${channelId}`);
});

test('in a thread, what commands say stands there; those for the whole conversation are not offered', async () => {
  const { id } = await accounts.ann.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text: 'Who brings cake?' } });
  for (const page of [ann, bilal]) await page.goto(`${server.url}/c/${channelId}?thread=${id}`);
  const pane = (page: Page) => page.locator('#right-pane');
  const stream = (page: Page) => page.getByRole('region', { name: 'Messages in lunch', exact: true });
  const write = async (text: string) => {
    await composer(pane(ann)).click();
    await expect(pane(ann).locator('[data-composer]')).toBeVisible();
    await composer(pane(ann)).click();
    await ann.keyboard.type(text);
  };
  await write('/');
  const offered = ann.getByRole('listbox', { name: 'Commands' });
  for (const name of ['me', 'shrug', 'remind', 'poll', 'status', 'dnd', 'mute']) await expect(offered.getByRole('option', { name: new RegExp(`^/${name}\\b`) })).toBeVisible();
  await expect(offered.getByRole('option', { name: /^\/(topic|invite|leave)/ })).toHaveCount(0);
  await ann.keyboard.type('topic Cakes');
  await ann.keyboard.press('Enter');
  await expect(notice(ann)).toContainText('only in the conversation itself');
  await expect(composer(pane(ann))).toHaveText('/topic Cakes');
  await ann.keyboard.press('Control+a');
  await ann.keyboard.type('/me bakes one');
  await ann.keyboard.press('Enter');
  await expect(message(pane(bilal), /Ann Archer\s*bakes one/)).toBeVisible();
  await expect(notice(ann)).toBeHidden();
  await expect(composer(pane(ann))).toHaveText('');
  await write('/poll Which cake? | Apple | Nut');
  await ann.keyboard.press('Enter');
  await ann.getByRole('dialog', { name: 'New poll' }).getByRole('button', { name: 'Ask' }).click();
  await expect(pane(bilal).getByRole('region', { name: 'Which cake?' })).toBeVisible();
  await expect(message(stream(bilal), 'Who brings cake?')).toContainText('2 replies');
  await expect(message(stream(bilal), 'bakes one')).toHaveCount(0);
  await expect(stream(bilal).getByRole('region', { name: 'Which cake?' })).toHaveCount(0);
  for (const page of [ann, bilal]) await page.goto(`${server.url}/c/${channelId}`);
});

test('a status is set in a dialog, seen by others, and cleared', async () => {
  await bilal.getByRole('button', { name: /^Your menu/ }).click();
  await bilal.getByRole('button', { name: 'Set a status' }).click();
  const dialog = bilal.getByRole('dialog', { name: 'Your status' });
  await dialog.getByRole('button', { name: /In a meeting/ }).click();
  expect(await seriousFaults(bilal, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(ann.getByRole('img', { name: /In a meeting, until/ }).first()).toBeVisible();
  await bilal.getByRole('button', { name: /^Your menu/ }).click();
  await bilal.getByRole('button', { name: 'Do not disturb' }).click();
  await bilal.getByRole('button', { name: '1 hour', exact: true }).click();
  await expect(bilal.getByText(/Do not disturb until/)).toBeVisible();
  await bilal.getByRole('button', { name: 'Clear the status' }).click();
  await expect(ann.getByRole('img', { name: /In a meeting/ })).toHaveCount(0);
  await bilal.keyboard.press('Escape');
  await expect(ann.getByRole('img', { name: 'Do not disturb' }).first()).toBeVisible();
});

test('a message is forwarded with a comment, and says where it comes from', async () => {
  await send(bilal, 'The new plans are on the table');
  const row = message(ann, 'The new plans are on the table');
  await row.hover();
  await row.getByRole('button', { name: /^More/ }).click();
  await ann.getByRole('menuitem', { name: 'Forward' }).click();
  const dialog = ann.getByRole('dialog', { name: 'Forward' });
  await dialog.getByLabel('To').fill('bilal');
  await dialog.getByLabel('Bilal Haddad').check();
  await dialog.getByLabel('Comment').fill('Did you write this?');
  expect(await seriousFaults(ann, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click();
  await expect(dialog).toBeHidden();
  await bilal.getByRole('link', { name: /Ann Archer/ }).first().click();
  const copy = message(bilal, 'Did you write this?');
  await expect(copy.getByRole('blockquote')).toContainText('The new plans are on the table');
  await copy.getByRole('link', { name: 'in lunch' }).click();
  await expect(bilal).toHaveURL(new RegExp(`/c/${channelId}`));
  await expect(message(bilal, 'The new plans are on the table')).toBeVisible();
});

test('links show a preview once an admin wants it, and their author removes it', async () => {
  await ann.goto(`${server.url}/settings/organisation`);
  await ann.getByLabel('Show previews of links in messages').check();
  await expect.poll(async () => (await accounts.ann.api.call('getOrganisation')).linkPreviews).toBe(true);
  await ann.goto(`${server.url}/c/${channelId}`);
  await send(ann, `Look: ${site}`);
  const preview = message(bilal, 'Look:').getByRole('link', { name: /The pier reopens/ });
  await expect(preview).toBeVisible();
  await expect(message(bilal, 'Look:').getByRole('button', { name: /Remove the preview/ })).toHaveCount(0);
  await message(ann, 'Look:').hover();
  expect(await seriousFaults(ann, 'main')).toEqual([]);
  await message(ann, 'Look:').getByRole('button', { name: /Remove the preview/ }).click();
  await expect(preview).toHaveCount(0);
});
