import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { browserOf, PASSWORD } from './accounts.ts';
import { composer, message, openChannel, send } from './conversation.ts';

/** Channels that are looked after: roles, announcements, privacy, groups, guests and read receipts. */
test.describe.configure({ mode: 'serial' });

let server: TestServer;
let lead: TestAccount;
let member: TestAccount;
let teamId: string;
let launchId: string;
let leads: Page;
let members: Page;
const contexts: BrowserContext[] = [];

const open = async (browser: Parameters<typeof browserOf>[0], account: TestAccount): Promise<Page> => {
  const { context, page } = await browserOf(browser, server.url, account);
  contexts.push(context);
  return page;
};

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  await server.setUp();
  lead = await server.createUser('Lea Lead', { role: 'admin' });
  teamId = (await lead.api.call('createTeam', { body: { name: 'Studio' } })).team.id;
  member = await server.createUser('Mia Member', { teamIds: [teamId] });
  launchId = (await lead.api.call('createChannel', { body: { teamId, kind: 'public', name: 'launch', memberIds: [member.user.id] } })).channel.id;
  leads = await open(browser, lead);
  members = await open(browser, member);
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await server?.stop();
});

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const openDetails = async (page: Page, tab: string) => {
  if (!(await details(page).getByRole('tablist').isVisible())) await page.getByRole('button', { name: /\d+ members?/ }).click();
  await details(page).getByRole('tab', { name: tab }).click();
};

test('a moderator describes the channel and takes back what others wrote', async () => {
  await openChannel(leads, 'launch');
  await openChannel(members, 'launch');
  await openDetails(leads, 'Members');
  await details(leads).getByRole('button', { name: 'Actions for Mia Member' }).click();
  await leads.getByRole('menuitem', { name: 'Make moderator' }).click();
  await expect(details(leads).getByText('Moderator')).toBeVisible();

  await openDetails(members, 'About');
  await details(members).getByRole('button', { name: 'Edit: Description' }).click();
  await details(members).getByRole('textbox', { name: 'Description' }).fill('Everything about the launch');
  await details(members).getByRole('button', { name: 'Save' }).click();
  await openDetails(leads, 'About');
  await expect(details(leads).getByText('Everything about the launch')).toBeVisible();
});

test('who is not in the team can’t be added, and it is said why', async () => {
  await server.createUser('Olga Outside');
  await openDetails(leads, 'Members');
  await details(leads).getByRole('button', { name: 'Add people' }).click();
  await expect(details(leads).getByRole('textbox', { name: 'People to add' })).toBeFocused();
  await leads.keyboard.type('Olga');
  await leads.getByRole('option', { name: /Olga Outside/ }).click();
  await details(leads).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(leads.getByText('Olga Outside isn’t in the team Studio. Add them to the team first.')).toBeVisible();
  await details(leads).getByRole('button', { name: 'Cancel' }).click();
});

test('only moderators write in an announcement channel', async ({ browser }) => {
  const reader = await server.createUser('Rita Reader', { teamIds: [teamId] });
  await lead.api.call('addChannelMember', { params: { id: launchId }, body: { userId: reader.user.id } });
  const readers = await open(browser, reader);
  await openChannel(readers, 'launch');
  await openDetails(leads, 'Settings');
  await details(leads).getByRole('group', { name: 'Write messages' }).or(details(leads).getByRole('radiogroup', { name: 'Write messages' })).getByLabel('Owners and moderators (announcements)').check();
  await expect(readers.getByText('Only owners and moderators write here.')).toBeVisible();
  await expect(composer(readers)).toHaveCount(0);
  await send(members, 'We launch on Monday');
  await expect(message(readers, 'We launch on Monday')).toBeVisible();
});

test('a channel that becomes private disappears for who is not in it', async ({ browser }) => {
  const outsider = await server.createUser('Otto Other', { teamIds: [teamId] });
  const others = await open(browser, outsider);
  await others.goto(`${server.url}/c/${launchId}`);
  await expect(others.getByRole('button', { name: 'Join' })).toBeVisible();
  await openDetails(leads, 'About');
  await details(leads).getByRole('button', { name: 'Make private' }).click();
  await leads.getByRole('dialog').getByRole('button', { name: /^Make .*launch private$/ }).click();
  await expect(details(leads).getByRole('button', { name: 'Make private' })).toHaveCount(0);
  await others.reload();
  await expect(others.getByRole('button', { name: 'Join' })).toHaveCount(0);
});

test('an admin invites a guest to one channel; the guest finds that and nothing else', async ({ browser }) => {
  await lead.api.call('updateChannel', { params: { id: launchId }, body: { posting: 'everyone' } });
  await leads.getByRole('button', { name: 'New', exact: true }).click();
  await leads.getByRole('menuitem', { name: 'Invite people' }).click();
  const dialog = leads.getByRole('dialog');
  await dialog.getByLabel('E-mail of the person').fill('gus@elsewhere.test');
  await dialog.getByLabel('Role').selectOption('Guest');
  await dialog.getByLabel('Studio · launch').check();
  await dialog.getByRole('button', { name: 'Make the link' }).or(dialog.getByRole('button', { name: 'Send the invitation' })).click();
  const invitation = await dialog.getByLabel('Invitation link').inputValue();
  await leads.keyboard.press('Escape');

  const context = await browser.newContext();
  contexts.push(context);
  const guests = await context.newPage();
  await guests.goto(invitation);
  await guests.getByLabel('Your name').fill('Gus Guest');
  await guests.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guests.getByRole('button', { name: 'Create my account' }).click();
  await openChannel(guests, 'launch');
  await expect(guests.getByRole('button', { name: 'Studio' })).toBeVisible();
  await expect(guests.getByRole('link', { name: /general/ })).toHaveCount(0);
  await expect(message(guests, 'We launch on Monday')).toBeVisible();

  // Whom the guest can write to: who is there.
  await guests.getByRole('button', { name: 'New', exact: true }).click();
  await expect(guests.getByRole('menuitem', { name: 'New team' })).toHaveCount(0);
  await guests.getByRole('menuitem', { name: 'New message' }).or(guests.getByRole('menuitem', { name: 'Message' })).click();
  await guests.getByRole('dialog').getByRole('textbox').first().fill('o');
  await expect(guests.getByRole('option', { name: /Otto/ })).toHaveCount(0);
  await guests.keyboard.press('Escape');
  await guests.keyboard.press('Escape');

  // Marked as one, and gone at once when taken out.
  await openDetails(leads, 'Members');
  await expect(details(leads).getByText('Guest', { exact: true })).toBeVisible();
  await details(leads).getByRole('button', { name: 'Actions for Gus Guest' }).click();
  await leads.getByRole('menuitem', { name: 'Remove' }).click();
  // Somebody who comes meanwhile is in the list, and the question stays.
  const { user } = await server.createUser('Nina Next', { teamIds: [teamId] });
  await lead.api.call('addChannelMember', { params: { id: launchId }, body: { userId: user.id } });
  await expect(details(leads).getByText('Nina Next')).toBeVisible();
  await leads.getByRole('dialog').getByRole('button', { name: 'Remove Gus Guest' }).click();
  await expect(guests.getByRole('link', { name: /launch/ })).toHaveCount(0);
});

test('who accepts an invitation in a French browser has a French account', async ({ browser }) => {
  const { url } = await lead.api.call('createInvitation', { body: { teamIds: [teamId] } });
  const context = await browser.newContext({ locale: 'fr-FR' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Rejoindre Test' })).toBeVisible();
  await page.getByLabel('Votre nom').fill('Fleur Français');
  await page.getByLabel('Adresse e-mail').fill('fleur@example.test');
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Créer mon compte' }).click();
  await expect(page.getByRole('button', { name: 'Nouveau', exact: true })).toBeVisible();
  expect(await (await page.request.get(`${server.url}/api/v1/me`)).json()).toMatchObject({ name: 'Fleur Français', language: 'fr' });
});

test('a group is made, mentioned and shows who is in it', async () => {
  await leads.goto(`${server.url}/settings/people`);
  await leads.getByRole('button', { name: 'New group' }).click();
  const dialog = leads.getByRole('dialog');
  await dialog.getByLabel('Handle').fill('design');
  await dialog.getByLabel('Name', { exact: true }).fill('Designers');
  await dialog.getByLabel('People').fill('Mia');
  await leads.getByRole('option', { name: /Mia Member/ }).click();
  await dialog.getByRole('button', { name: 'Create group' }).click();
  await expect(leads.getByText('@design', { exact: true })).toBeVisible();

  await leads.goto(`${server.url}/c/${launchId}`);
  await composer(leads).click();
  await leads.keyboard.type('Look, @desi');
  await leads.getByRole('option', { name: /@design/ }).click();
  await leads.keyboard.type('please');
  await leads.keyboard.press('Enter');
  await expect(message(members, 'Look, @design please')).toHaveAttribute('data-mentioned', 'true');
  await message(members, 'Look, @design please').getByRole('button', { name: '@design' }).click();
  await expect(members.getByRole('dialog').getByText('Mia Member')).toBeVisible();
  await members.keyboard.press('Escape');
});

test('a large mention asks first, and going back loses nothing', async () => {
  const { channel } = await lead.api.call('createChannel', { body: { teamId, kind: 'public', name: 'crowd' } });
  for (let n = 0; n < 21; n += 1) {
    const { user } = await server.createUser(`Person ${n}`, { teamIds: [teamId] });
    await lead.api.call('addChannelMember', { params: { id: channel.id }, body: { userId: user.id } });
  }
  await leads.goto(`${server.url}/c/${channel.id}`);
  await expect(composer(leads)).toBeVisible();
  await expect(leads.getByRole('button', { name: '22 members, show details' })).toBeVisible();
  await send(leads, 'Hello @channel ');
  const dialog = leads.getByRole('dialog', { name: 'Notify 21 people?' });
  await expect(dialog).toBeVisible();
  await leads.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(composer(leads)).toContainText('Hello @channel');
  await expect(message(leads, 'Hello @channel')).toHaveCount(0);
  await composer(leads).click();
  await leads.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await leads.keyboard.press('Enter');
  await expect(message(leads, 'Hello @channel')).toBeVisible();
  await expect(composer(leads)).not.toContainText('Hello');
});

test('who is mentioned without being there can be brought in', async () => {
  await leads.goto(`${server.url}/c/${launchId}`);
  await composer(leads).click();
  await leads.keyboard.type('What do you think, @Otto');
  await leads.getByRole('option', { name: /Otto Other/ }).click();
  await leads.keyboard.press('Enter');
  await expect(leads.getByText('Otto Other isn’t in this conversation')).toBeVisible();
  await leads.getByRole('button', { name: /^Add to/ }).click();
  await expect.poll(async () => (await lead.api.call('listChannelMembers', { params: { id: launchId }, query: { query: 'Otto' } })).members.length).toBe(1);
});

test('two people see up to where the other read, until one wants it no more', async () => {
  const { channel } = await lead.api.call('openConversation', { body: { userIds: [member.user.id] } });
  await leads.goto(`${server.url}/c/${channel.id}`);
  await expect(composer(leads)).toBeVisible();
  await send(leads, 'Have you seen this?');
  await expect(message(leads, 'Have you seen this?')).toBeVisible();
  await expect(leads.getByText('Seen by Mia Member')).toHaveCount(0);
  await members.goto(`${server.url}/c/${channel.id}`);
  await expect(message(members, 'Have you seen this?')).toBeVisible();
  await members.bringToFront();
  await members.mouse.move(400, 400);
  await members.mouse.click(700, 300);
  await expect(message(leads, 'Have you seen this?').getByText('Seen by Mia Member')).toBeAttached();

  await member.api.call('updatePreferences', { body: { readReceipts: false } });
  await leads.reload();
  await expect(message(leads, 'Have you seen this?')).toBeVisible();
  await expect(leads.getByText('Seen by Mia Member')).toHaveCount(0);
});
