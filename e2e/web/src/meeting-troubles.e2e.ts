import { sfuWorker } from '@parvis/testing';
import { test } from '@playwright/test';
import { seriousFaults } from './accessible.ts';
import { type Attendee, control, enter, expect, expectAllSeeAndHearAll, MEETING_BROWSER, type MeetingScene, startMeeting } from './meeting-people.ts';

/** Whoever can't come in is told why, in words, and nobody who is in it notices. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let scene: MeetingScene;
let [alice, bilal, carla] = [] as unknown as [Attendee, Attendee, Attendee];

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  test.setTimeout(300_000);
  scene = await startMeeting(browser, ['Bilal Haddad', 'Carla Roy'], true, { PARVIS_MEETING_MAX_PARTICIPANTS: '2' });
  [alice, bilal, carla] = scene.people as [Attendee, Attendee, Attendee];
  for (const person of [alice, bilal]) await enter(person, scene);
  await expectAllSeeAndHearAll([alice, bilal]);
});
test.afterAll(() => scene?.stop());

const expectUndisturbed = async () => {
  await expectAllSeeAndHearAll([alice, bilal]);
  for (const { page } of [alice, bilal]) await expect(page.getByText('Reconnecting')).toHaveCount(0);
};

test('a meeting that is full says so', async () => {
  const { page } = carla;
  await page.goto(`${scene.server.url}/meet/${scene.meetingId}`);
  await page.getByRole('button', { name: 'Join now' }).click();
  await expect(page.getByText('This meeting is full. Try again when somebody has left.').filter({ visible: true }).first()).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await expectUndisturbed();
});

test('a link that does not lead there any more says so', async ({ browser }) => {
  const { api } = alice.account;
  const { url } = await api.call('createMeetingLink', { params: { id: scene.meetingId }, body: {} });
  await api.call('revokeMeetingLinks', { params: { id: scene.meetingId } });
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${scene.server.url}/join${new URL(url).hash}`);
  await expect(stranger.getByText('This link doesn\'t lead to a meeting any more. Ask who invited you for a new one.')).toBeVisible();
  expect(await seriousFaults(stranger)).toEqual([]);
  await stranger.context().close();
  await expectUndisturbed();
});

test('without a media server one is told before joining, and those in it come back with it', async () => {
  await control(bilal.page, 'Mute').click();
  await scene.server.sfu.kill9();
  const { page } = carla;
  await page.goto(`${scene.server.url}/meet/${scene.meetingId}`);
  await expect(page.getByText('Meetings don’t work on this server at the moment. Your administrator can see why.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Join now' })).toBeDisabled();
  expect(await seriousFaults(page)).toEqual([]);
  await scene.server.sfu.start();
  await expect(page.getByRole('button', { name: 'Join now' })).toBeEnabled();
  await expect(control(bilal.page, 'Unmute')).toBeVisible();
  await control(bilal.page, 'Unmute').click();
  await expectAllSeeAndHearAll([alice, bilal]);
});
