import { test } from '@playwright/test';
import { LossyRoad, sfuWorker } from '@parvis/testing';
import { type Attendee, control, enter, expect, expectAllSeeAndHearAll, expectSeenAndHeard, MEETING_BROWSER, type MeetingScene, startMeeting, tileOf } from './meeting-people.ts';

/** Whatever breaks on the way: picture and sound come back by themselves, nobody is there twice, nobody is unmuted. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let road: LossyRoad;
let scene: MeetingScene;
let alice: Attendee;
let bilal: Attendee;

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  test.setTimeout(300_000);
  road = await LossyRoad.open('127.0.0.2', '127.0.0.1');
  scene = await startMeeting(browser, ['Bilal Haddad'], { env: { PARVIS_SFU_RTC_PORT: String(road.port), PARVIS_SFU_ANNOUNCED_ADDRESSES: road.address } });
  [alice, bilal] = scene.people as [Attendee, Attendee];
  for (const person of scene.people) await enter(person, scene);
  await alice.account.api.call('updateParticipant', { params: { id: scene.meetingId, participantId: (await idOf(bilal))! }, body: { role: 'cohost' } });
  await expectAllSeeAndHearAll(scene.people);
});
test.afterAll(async () => {
  await scene?.stop();
  road?.close();
});

const expectOneTileEach = async () => {
  for (const at of scene.people) for (const of of scene.people) await expect(tileOf(at.page, of.name)).toHaveCount(1);
};
const idOf = (of: Attendee) => tileOf(alice.page, of.name).getAttribute('data-participant');
const expectSameRoles = async () => {
  const { participants } = await alice.account.api.call('getMeetingState', { params: { id: scene.meetingId } });
  expect(participants.map(({ role }) => role).sort()).toEqual(['cohost', 'host']);
};
/** Nobody is told that something is being mended. */
const expectCalm = async () => {
  for (const { page } of scene.people) await expect(page.getByText('Reconnecting')).toHaveCount(0);
};
/** How many connections the page has made so far. */
const connectionsOf = ({ page }: Attendee) => page.evaluate(() => (window as unknown as { connections: unknown[] }).connections.length);
const expectMuted = (of: Attendee, at: Attendee) => expect(tileOf(at.page, of.name)).toHaveAccessibleName(/muted/);

test('the server is killed and comes back: sound and picture never stop, and what is changed afterwards is told', async () => {
  await scene.server.kill9();
  await expectAllSeeAndHearAll(scene.people);
  await scene.server.start();
  await control(alice.page, 'Mute').click();
  await expectMuted(alice, bilal);
  await control(alice.page, 'Unmute').click();
  await expectAllSeeAndHearAll(scene.people);
  await expectOneTileEach();
});

test('after a short loss and a long one everything comes again', async () => {
  for (const milliseconds of [200, 5_000]) {
    await road.lose(milliseconds);
    await expectCalm();
    await expectAllSeeAndHearAll(scene.people);
  }
  await expectOneTileEach();
});

test('somebody comes from another address, at once or after a while without any: it goes on over the same connections', async () => {
  const before = await Promise.all(scene.people.map(connectionsOf));
  road.changeAddresses();
  await expectAllSeeAndHearAll(scene.people);
  road.changeAddresses();
  await road.lose(7_000);
  await expectAllSeeAndHearAll(scene.people);
  await expectCalm();
  expect(await Promise.all(scene.people.map(connectionsOf))).toEqual(before);
  await expectOneTileEach();
});

test('a tab that slept, through a change and a loss of the network, catches up', async () => {
  const asleep = await bilal.page.context().newCDPSession(bilal.page);
  await asleep.send('Page.setWebLifecycleState', { state: 'frozen' });
  await control(alice.page, 'Turn camera off').click();
  await control(alice.page, 'Mute').click();
  await road.lose(12_000);
  await control(alice.page, 'Turn camera on').click();
  await asleep.send('Page.setWebLifecycleState', { state: 'active' });
  await expectMuted(alice, bilal);
  await control(alice.page, 'Unmute').click();
  await expectAllSeeAndHearAll(scene.people);
  await expectCalm();
  await expectOneTileEach();
});

test('a tab that is reloaded while muted is the same person, still muted', async () => {
  await control(bilal.page, 'Mute').click();
  await expectMuted(bilal, alice);
  const before = await tileOf(alice.page, bilal.name).getAttribute('data-participant');
  await bilal.page.reload();
  await expect(control(bilal.page, 'Unmute')).toBeVisible();
  await expectSeenAndHeard(bilal, alice);
  await expectMuted(bilal, alice);
  expect(await tileOf(alice.page, bilal.name).getAttribute('data-participant')).toBe(before);
  await expectOneTileEach();
});

test('the media worker is killed: all is there again, and who was muted is', async () => {
  const [pid] = await scene.server.sfu.workerPids();
  process.kill(pid!, 'SIGKILL');
  await expectSeenAndHeard(bilal, alice);
  await expectMuted(bilal, alice);
  await control(bilal.page, 'Unmute').click();
  await expectAllSeeAndHearAll(scene.people);
  await expectOneTileEach();
  await expectSameRoles();
});

test('the media host is killed and started again: all is there again, and who was muted is', async () => {
  await control(bilal.page, 'Mute').click();
  await expectMuted(bilal, alice);
  await scene.server.sfu.kill9();
  await scene.server.sfu.start();
  await expectSeenAndHeard(bilal, alice);
  await expectMuted(bilal, alice);
  await control(bilal.page, 'Unmute').click();
  await expectAllSeeAndHearAll(scene.people);
  await expectOneTileEach();
  await expectSameRoles();
});
