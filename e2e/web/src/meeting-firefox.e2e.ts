import { test } from '@playwright/test';
import { sfuWorker } from '@parvis/testing';
import type { Browser, Page } from 'puppeteer-core';
import { firefoxPage, hasFirefox, outwardAddress, startFirefox } from './firefox.ts';
import {
  arrived, type Attendee, countArrived, enter, expect, expectMoreArrives, expectSeenAndHeard, keepConnections, MEETING_BROWSER, type MeetingScene, startMeeting, tileOf,
} from './meeting-people.ts';

/** Firefox speaks another SDP, has an ICE and an encoder of its own: it and Chromium must see and hear each other. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');
test.skip(!hasFirefox, 'There is no Firefox here.');
test.skip(outwardAddress === undefined, 'Firefox reaches no media host by the loopback interface, and there is no other.');

let scene: MeetingScene;
let alice: Attendee;
let bilal: Attendee;
let firefox: Browser;
let page: Page;

test.beforeAll(async ({ browser }) => {
  if (worker === null || !hasFirefox || outwardAddress === undefined) return;
  test.setTimeout(300_000);
  scene = await startMeeting(browser, ['Bilal Haddad'], { env: { PARVIS_SFU_RTC_HOST: outwardAddress, PARVIS_SFU_ANNOUNCED_ADDRESSES: outwardAddress } });
  [alice, bilal] = scene.people as [Attendee, Attendee];
  firefox = await startFirefox();
  page = await firefoxPage(firefox, scene.server.url, bilal.account);
  page.setDefaultTimeout(60_000);
  await page.evaluateOnNewDocument(keepConnections);
});
test.afterAll(async () => {
  await firefox?.close();
  await scene?.stop();
});

/** What Firefox received of Alice. */
const arrivedInFirefox = async () => {
  const tile = await page.waitForSelector(`[data-participant][aria-label^="${alice.name}"]`);
  return page.evaluate(countArrived, await tile!.evaluate((element) => element.getAttribute('data-participant')));
};
const press = (name: string) => page.locator(`::-p-aria([role="button"][name="${name}"])`).click();

test('Firefox and Chromium see and hear each other', async () => {
  await enter(alice, scene);
  await page.goto(`${scene.server.url}/meet/${scene.meetingId}`);
  await press('Join now');
  await expectMoreArrives(arrivedInFirefox, `of ${alice.name} in Firefox`);
  await expectSeenAndHeard(alice, bilal);
});

test('who mutes in Firefox is heard again when they unmute', async () => {
  await press('Mute');
  await expect(tileOf(alice.page, bilal.name)).toHaveAccessibleName(/muted/);
  await press('Unmute');
  await expectSeenAndHeard(alice, bilal);
});

test('a camera that is turned off in Firefox, and on again, is seen again', async () => {
  await press('Turn camera off');
  await expect(tileOf(alice.page, bilal.name).locator('video')).toHaveCount(0);
  await press('Turn camera on');
  await expectSeenAndHeard(alice, bilal);
});

test('a larger picture is sent by Firefox when it is shown in large', async () => {
  await alice.page.setViewportSize({ width: 340, height: 330 });
  await expect.poll(async () => (await arrived(alice, bilal)).width).toBe(320);
  await alice.page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(async () => (await arrived(alice, bilal)).width).toBeGreaterThan(320);
});
