import { sfuWorker } from '@parvis/testing';
import { test } from '@playwright/test';
import { type Attendee, enter, expect, expectAllSeeAndHearAll, MEETING_BROWSER, type MeetingScene, portsOf, tileOf } from './meeting-people.ts';
import { startOnTwoHosts, type TwoHosts } from './meeting-two-hosts.ts';

/** A media host that is updated gives its meetings to another one, and nobody sees it. */
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
  two = await startOnTwoHosts(browser, ['Bilal Haddad']);
  ({ hosts, scene } = two);
});
test.afterAll(() => two?.stop());

test('a meeting moves from a host that is told to end: no picture goes, nobody is told that something is mended', async () => {
  const [alice, bilal] = scene.people as [Attendee, Attendee];
  for (const person of scene.people) await enter(person, scene);
  await expectAllSeeAndHearAll(scene.people);
  const [before] = await portsOf(alice);
  const from = hosts.find(({ port }) => port === before)!;
  const to = hosts.find((host) => host !== from)!;
  expect(from).toBeDefined();
  await watch(alice, bilal);
  await watch(bilal, alice);

  const ended = from.sfu.kill('SIGTERM');
  // The first goes on while the second begins.
  for (const person of scene.people) await expect.poll(async () => new Set(await portsOf(person))).toEqual(new Set([from.port, to.port]));
  // Until all connections that are left go to the other host, pictures of both are there all the time.
  for (const person of scene.people) await expect.poll(() => portsOf(person)).toEqual([to.port, to.port]);
  await expectAllSeeAndHearAll(scene.people);
  await ended;
  await expectAllSeeAndHearAll(scene.people);
  for (const person of scene.people) expect(await seen(person), `what ${person.name} saw`).toEqual({ faces: 0, mended: 0, pictures: 2 });
  for (const at of scene.people) for (const of of scene.people) await expect(tileOf(at.page, of.name)).toHaveCount(1);
});

interface Seen {
  /** How often there was no picture in the tile. */
  faces: number;
  mended: number;
  /** Different videos that were shown in it. */
  pictures: number;
}

/** From now on each change of the page is looked at, before it is painted. */
async function watch(at: Attendee, of: Attendee): Promise<void> {
  const id = await tileOf(at.page, of.name).getAttribute('data-participant');
  await at.page.evaluate((participantId) => {
    const result: Seen = { faces: 0, mended: 0, pictures: 0 };
    const tracks = new Set<string>();
    Object.assign(window, { seenWhileMoving: result });
    const look = () => {
      const video = document.querySelector<HTMLVideoElement>(`[role=group][data-participant="${participantId}"] video`);
      if (video === null) result.faces += 1;
      const track = (video?.srcObject as MediaStream | null)?.getTracks()[0];
      if (track) tracks.add(track.id);
      if (document.body.textContent.includes('Reconnecting')) result.mended += 1;
      result.pictures = tracks.size;
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    const always = () => {
      look();
      requestAnimationFrame(always);
    };
    always();
  }, id);
}

const seen = ({ page }: Attendee) => page.evaluate(() => (window as unknown as { seenWhileMoving: Seen }).seenWhileMoving);
