import { type Page, test } from '@playwright/test';
import { sfuWorker } from '@parvis/testing';
import { seriousFaults } from './accessible.ts';
import { type Attendee, control, enter, expect, expectSeenAndHeard, type MeetingScene, MEETING_BROWSER, startMeeting, tileOf } from './meeting-people.ts';

/** How a meeting is run, left for a while, come back to, and ended. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let scene: MeetingScene;
let [host, bilal, carla] = [] as unknown as [Attendee, Attendee, Attendee];

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  scene = await startMeeting(browser, ['Bilal Haddad', 'Carla Roy']);
  [host, bilal, carla] = scene.people as [Attendee, Attendee, Attendee];
  await enter(host, scene);
  await enter(bilal, scene);
});
test.afterAll(() => scene?.stop());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).filter({ visible: true });
const options = (page: Page) => page.getByRole('complementary', { name: 'Meeting options' });

test('whoever reads elsewhere has the meeting in a small window, goes on being heard, and comes back', async () => {
  const { page } = host;
  await button(page, 'To the conversation; the meeting goes on in a small window').click();
  await expect(page.getByRole('region', { name: 'workshop', exact: true })).toBeVisible();
  const small = page.getByRole('region', { name: 'Meeting: workshop' });
  await expect(small).toBeVisible();
  await expectSeenAndHeard(bilal, host);
  expect(await seriousFaults(page)).toEqual([]);

  const before = await small.boundingBox();
  await button(page, 'workshop: move this window with the arrow keys').focus();
  // It opens at the top, below the conversation's header.
  await page.keyboard.press('ArrowDown');
  await expect(async () => expect((await small.boundingBox())!.y).toBeGreaterThan(before!.y)).toPass();

  await small.getByRole('button', { name: 'Back to the meeting' }).click();
  await expect(control(page, 'Leave')).toBeVisible();
  await expect(small).toBeHidden();
  await expectSeenAndHeard(host, bilal);
});

test('a locked meeting lets in nobody new', async () => {
  const { page } = host;
  await control(page, 'More').click();
  await page.getByRole('menuitem', { name: 'Meeting options' }).click();
  await options(page).getByLabel('Lock the meeting').click({ force: true });
  await expect(bilal.page.getByText('Locked', { exact: true })).toBeVisible();
  await carla.page.goto(`${scene.server.url}/meet/${scene.meetingId}`);
  await button(carla.page, 'Join now').click();
  await expect(carla.page.getByText('This meeting is locked').filter({ visible: true }).first()).toBeVisible();

  await options(page).getByLabel('Lock the meeting').click({ force: true });
  await expect(bilal.page.getByText('Locked', { exact: true })).toBeHidden();
  await enter(carla, scene);
  await expect(tileOf(page, 'Carla Roy')).toBeVisible();
});

test('a tab that is reloaded is in the meeting again, once', async () => {
  await bilal.page.reload();
  await expect(control(bilal.page, 'Leave')).toBeVisible();
  await expect(tileOf(host.page, 'Bilal Haddad')).toHaveCount(1);
  await expectSeenAndHeard(host, bilal);
  await expectSeenAndHeard(bilal, host);
});

test('who is removed is out, is told, and does not come back', async () => {
  await tileOf(host.page, 'Carla Roy').getByRole('button', { name: 'Actions for Carla Roy' }).click();
  await host.page.getByRole('menuitem', { name: 'Remove from the meeting' }).click();
  await host.page.getByRole('dialog', { name: 'Remove Carla Roy?' }).getByRole('button', { name: 'Remove from the meeting' }).click();
  await expect(carla.page.getByRole('heading', { name: 'A host removed you from the meeting' })).toBeVisible();
  await expect(tileOf(host.page, 'Carla Roy')).toHaveCount(0);
  await expect(tileOf(bilal.page, 'Carla Roy')).toHaveCount(0);
  const again = carla.account.api.call('joinMeeting', { params: { id: scene.meetingId }, body: { deviceId: crypto.randomUUID() } });
  await expect(again).rejects.toMatchObject({ code: 'forbidden' });
});

test('a host ends it for all, who reads elsewhere is told, and its report says who was there', async () => {
  const { page } = host;
  await button(bilal.page, 'To the conversation; the meeting goes on in a small window').click();
  await expect(bilal.page.getByRole('region', { name: 'Meeting: workshop' })).toBeVisible();
  await control(page, 'Leave').click();
  await page.getByRole('menuitem', { name: 'End for all' }).click();
  await page.getByRole('dialog', { name: 'End “workshop” for all?' }).getByRole('button', { name: 'End for all' }).click();
  await expect(page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible();
  await expect(bilal.page.getByRole('region', { name: 'Notifications' }).getByText('The meeting is over')).toBeVisible();
  await page.getByRole('link', { name: 'Report' }).click();
  const people = page.getByRole('region', { name: 'People' });
  for (const { name } of scene.people) await expect(people.getByText(name, { exact: true })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);

  await expect(bilal.page.getByText(/^Lasted/)).toBeVisible();
});
