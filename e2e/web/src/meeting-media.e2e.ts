import { type Locator, test } from '@playwright/test';
import { sfuWorker } from '@parvis/testing';
import { arrived, type Attendee, control, enter, expect, expectAllSeeAndHearAll, expectSeenAndHeard, expectOnlyVoice, MEETING_BROWSER, type MeetingScene, startMeeting, tileOf } from './meeting-people.ts';

/** Sound and pictures between real browsers, measured where they arrive. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
const worker = await sfuWorker();
test.skip(worker === null, 'There is no media server here.');

let scene: MeetingScene;
let alice: Attendee;
let bilal: Attendee;
let chloe: Attendee;

const widthOf = (screen: Locator) => screen.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth);

test.beforeAll(async ({ browser }) => {
  if (worker === null) return;
  test.setTimeout(300_000);
  scene = await startMeeting(browser, ['Bilal Haddad', 'Chloé Martin']);
  [alice, bilal, chloe] = scene.people as [Attendee, Attendee, Attendee];
  await enter(alice, scene);
  await enter(bilal, scene);
});
test.afterAll(() => scene?.stop());

test('two people see and hear each other', async () => {
  await expectAllSeeAndHearAll([alice, bilal]);
});

test('a third one who comes late sees and hears all, and all see and hear them', async () => {
  await enter(chloe, scene);
  await expectAllSeeAndHearAll([alice, bilal, chloe]);
});

test('of who is muted nothing is received, by anybody; unmuted they are heard again', async () => {
  await control(alice.page, 'Mute').click();
  for (const other of [bilal, chloe]) await expect(tileOf(other.page, alice.name)).toHaveAccessibleName(/muted/);
  await expectOnlyVoice(bilal, chloe);
  await expectOnlyVoice(chloe, bilal);
  await control(alice.page, 'Unmute').click();
  await expectSeenAndHeard(bilal, alice);
});

test('a camera that is turned off goes out, and comes back', async () => {
  await control(alice.page, 'Turn camera off').click();
  await expect(tileOf(bilal.page, alice.name).locator('video')).toHaveCount(0);
  await expect(control(alice.page, 'Turn camera on')).toBeVisible();
  await control(alice.page, 'Turn camera on').click();
  await expectSeenAndHeard(bilal, alice);
});

test('a headset that is unplugged gives way to another microphone, and takes over again once it is back', async () => {
  const HEADSET = 'Fake Audio Input 2';
  const { page } = alice;
  const id = await tileOf(bilal.page, alice.name).getAttribute('data-participant');
  await page.evaluate(fakePlugs);
  await control(page, 'More').click();
  await page.getByRole('menuitem', { name: 'Microphone and camera' }).click();
  const microphones = page.getByRole('complementary', { name: 'Microphone and camera' }).getByLabel('Microphone', { exact: true });
  await microphones.selectOption({ label: HEADSET });
  await expect.poll(() => microphoneOf(alice)).toBe(HEADSET);

  await page.evaluate((label) => (window as unknown as Plugs).unplug(label), HEADSET);
  await expect(microphones.locator('option', { hasText: HEADSET })).toHaveCount(0);
  await expect.poll(() => microphoneOf(alice)).not.toBe(HEADSET);
  await expectSeenAndHeard(bilal, alice);

  await page.evaluate(() => (window as unknown as Plugs).plugIn());
  await expect(microphones.locator('option:checked')).toHaveText(HEADSET);
  await expect.poll(() => microphoneOf(alice)).toBe(HEADSET);
  await expectSeenAndHeard(bilal, alice);
  expect(await tileOf(bilal.page, alice.name).getAttribute('data-participant'), 'who they are').toBe(id);
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
});

test('a window that is resized again and again freezes nothing, and a large tile gets a large picture', async () => {
  for (let step = 0; step < 20; step += 1) await chloe.page.setViewportSize({ width: step % 2 === 0 ? 700 : 1200, height: step % 2 === 0 ? 480 : 800 });
  await expectSeenAndHeard(chloe, alice);
  // A browser that finds its machine too busy sends the small one until it isn't.
  await expect.poll(async () => (await arrived(chloe, alice)).width, { timeout: 200_000 }).toBeGreaterThan(320);
});

test('who stops sharing a screen with its sound, muted meanwhile, stays muted, and can unmute', async () => {
  await control(alice.page, 'Share screen').click();
  await expect(bilal.page.getByRole('group', { name: new RegExp(`${alice.name}.s screen`) }).locator('video')).toBeVisible();
  await expect(bilal.page.locator('audio[data-participant$="/screen_audio"]')).toHaveCount(1);
  // Who comes in the middle of it can read it: all of its points are there.
  const late = await scene.newcomer('Fanny Blanc');
  await enter(late, scene);
  const own = await widthOf(alice.page.getByRole('group', { name: 'Your screen' }));
  expect(own).toBeGreaterThan(0);
  await expect.poll(() => widthOf(late.page.getByRole('group', { name: `${alice.name}’s screen` }))).toBe(own);
  await control(late.page, 'Leave').click();
  await expect(control(late.page, 'Leave')).toHaveCount(0);
  await control(alice.page, 'Mute').click();
  await expect(tileOf(bilal.page, `${alice.name}, muted`)).toBeVisible();
  await control(alice.page, 'Stop sharing').click();
  await expect(bilal.page.locator('audio[data-participant$="/screen_audio"]')).toHaveCount(0);
  await expect(control(alice.page, 'Unmute')).toBeVisible();
  await expectOnlyVoice(bilal, chloe);
  await control(alice.page, 'Unmute').click();
  await expectSeenAndHeard(bilal, alice);
});

test('who has no camera, or one that is busy, comes in with their voice and is told why', async () => {
  for (const [name, problem, text] of [['Dina Novak', 'NotFoundError', /No camera was found/], ['Emil Berg', 'NotReadableError', /in use by another program/]] as const) {
    const person = await scene.newcomer(name);
    await person.page.addInitScript((error) => {
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      devices.getUserMedia = (wanted) => (wanted?.video ? Promise.reject(new DOMException('', error)) : open(wanted));
    }, problem);
    await person.page.goto(`${scene.server.url}/meet/${scene.meetingId}`);
    await expect(person.page.getByRole('alert').filter({ hasText: text })).toBeVisible();
    await enter(person, scene);
    await expect.poll(async () => (await arrived(bilal, person)).energy).toBeGreaterThan(0);
    await expectSeenAndHeard(person, alice);
    await control(person.page, 'Leave').click();
    await expect(control(person.page, 'Leave')).toHaveCount(0);
  }
});

interface Plugs {
  unplug: (label: string) => Promise<void>;
  plugIn: () => void;
}

/** In a page: the devices that the browser makes up can be taken away. */
function fakePlugs(): void {
  const devices = navigator.mediaDevices;
  const [list, open] = [devices.enumerateDevices.bind(devices), devices.getUserMedia.bind(devices)];
  const gone = new Set<string>();
  const tell = () => devices.dispatchEvent(new Event('devicechange'));
  devices.enumerateDevices = async () => (await list()).filter(({ deviceId }) => !gone.has(deviceId));
  devices.getUserMedia = async (wanted) => {
    const audio = wanted?.audio;
    const chosen = typeof audio === 'object' ? (audio.deviceId as { exact?: string } | undefined)?.exact : undefined;
    if (chosen !== undefined && gone.has(chosen)) throw new DOMException('', 'OverconstrainedError');
    return open(wanted);
  };
  const plugs: Plugs = {
    unplug: async (label) => {
      for (const device of await list()) if (device.label === label && device.kind === 'audioinput') gone.add(device.deviceId);
      tell();
    },
    plugIn: () => {
      gone.clear();
      tell();
    },
  };
  Object.assign(window, plugs);
}

/** What the browser calls the microphone that is sent. */
const microphoneOf = ({ page }: Attendee): Promise<string | undefined> => page.evaluate(() => {
  const { connections } = window as unknown as { connections: RTCPeerConnection[] };
  return connections.filter(({ connectionState }) => connectionState !== 'closed').flatMap((connection) => connection.getSenders()).find(({ track }) => track?.kind === 'audio')?.track?.label;
});
