import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort, type SfuProcess, sfuWorker, startTestSfu } from '@parvis/testing';
import { test } from '@playwright/test';
import { type Attendee, control, enter, expect, expectAllSeeAndHearAll, expectSeenAndHeard, MEETING_BROWSER, type MeetingScene, portsOf, startMeeting, tileOf } from './meeting-people.ts';

/** A meeting that has outgrown its media host is one meeting all the same, and outlives the host that helped out. */
test.use(MEETING_BROWSER);
test.setTimeout(300_000);
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

const secret = 'a secret for this test only';
const hosts: { sfu: SfuProcess; port: number }[] = [];
let folder: string;
let scene: MeetingScene;

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  test.setTimeout(300_000);
  folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-large-'));
  for (const name of ['a', 'b']) {
    const port = await freePort();
    // Full with what two people receive of each other.
    const env = { PARVIS_SFU_SECRET: secret, PARVIS_SFU_RTC_PORT: String(port), PARVIS_SFU_WORKER_CONSUMERS: '4' };
    hosts.push({ port, sfu: await startTestSfu(path.join(folder, name), { env }) });
  }
  scene = await startMeeting(browser, ['Bilal Haddad', 'Carla Roy'], null, { PARVIS_SFU_URLS: hosts.map(({ sfu }) => sfu.url).join(','), PARVIS_SFU_SECRET: secret });
});
test.afterAll(async () => {
  await scene?.stop();
  for (const { sfu } of hosts) await sfu.kill9();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

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
