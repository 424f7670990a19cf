import { sfuWorker } from '@parvis/testing';
import { test } from '@playwright/test';
import { type Attendee, control, enter, expect, expectAllSeeAndHearAll, expectSeenAndHeard, MEETING_BROWSER, type MeetingScene, portsOf, tileOf } from './meeting-people.ts';
import { startOnTwoHosts, type TwoHosts } from './meeting-two-hosts.ts';

/** A meeting that has outgrown its media host is one meeting all the same, and outlives the host that helped out. */
test.use(MEETING_BROWSER);
test.setTimeout(300_000);
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let two: TwoHosts;
let hosts: TwoHosts['hosts'];
let scene: MeetingScene;

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  test.setTimeout(300_000);
  // Each is full with what two people receive of each other.
  two = await startOnTwoHosts(browser, ['Bilal Haddad', 'Carla Roy'], { PARVIS_SFU_WORKER_CONSUMERS: '4' });
  ({ hosts, scene } = two);
});
test.afterAll(() => two?.stop());

test('who comes when it is full receives at the other host, and goes on when that one is killed', async () => {
  const [alice, bilal, carla] = scene.people as [Attendee, Attendee, Attendee];
  for (const person of [alice, bilal]) await enter(person, scene);
  await expectAllSeeAndHearAll([alice, bilal]);
  const [home, again] = await portsOf(alice);
  expect(again).toBe(home);
  const annex = hosts.find(({ port }) => port !== home)!;

  await enter(carla, scene);
  await expectAllSeeAndHearAll(scene.people);
  expect(new Set(await portsOf(carla))).toEqual(new Set([home, annex.port]));
  expect(await portsOf(bilal)).toEqual([home, home]);

  await control(alice.page, 'Mute').click();
  await expect(tileOf(carla.page, alice.name)).toHaveAccessibleName(/muted/);
  await control(alice.page, 'Unmute').click();
  await expectSeenAndHeard(carla, alice);

  await annex.sfu.kill9();
  await expect.poll(() => portsOf(carla)).toEqual([home, home]);
  await expectAllSeeAndHearAll(scene.people);
  for (const at of scene.people) for (const of of scene.people) await expect(tileOf(at.page, of.name)).toHaveCount(1);
});
