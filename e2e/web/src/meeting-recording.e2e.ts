import { type Page, test } from '@playwright/test';
import { sfuWorker } from '@parvis/testing';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Attendee, control, enter, expect, expectAllSeeAndHearAll, type MeetingScene, MEETING_BROWSER, startMeeting } from './meeting-people.ts';

const run = promisify(execFile);
const hasPrograms = await Promise.all([run('gst-launch-1.0', ['--version']), run('ffmpeg', ['-version'])]).then(() => true, () => false);
const worker = await sfuWorker();

/** A recording from the press on its button to the video in the conversation, by way of real browsers. */
test.use(MEETING_BROWSER);
test.describe.configure({ mode: 'serial', timeout: 300_000 });
test.skip(worker === null, 'There is no media server here.');
test.skip(!hasPrograms, 'There is no GStreamer, or no ffmpeg, here.');

let scene: MeetingScene;
let [host, bilal] = [] as unknown as [Attendee, Attendee];

test.beforeAll(async ({ browser }) => {
  if (worker === null || !hasPrograms) return;
  scene = await startMeeting(browser, ['Bilal Haddad']);
  [host, bilal] = scene.people as [Attendee, Attendee];
  await enter(host, scene);
  await enter(bilal, scene);
});
test.afterAll(() => scene?.stop());

const choose = async (page: Page, item: string) => {
  await control(page, 'More').click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('a recording is announced to all, and comes as a video with sound into the conversation', async () => {
  await expectAllSeeAndHearAll([host, bilal]);
  await choose(host.page, 'Start recording');
  for (const { page } of [host, bilal]) {
    await expect(page.getByText('Recording', { exact: true })).toBeVisible();
    await expect(page.getByRole('log', { name: 'What happens in the meeting' })).toContainText('This meeting is being recorded');
  }
  // Something to be seen and heard in it.
  await expectAllSeeAndHearAll([host, bilal]);
  await choose(host.page, 'Stop recording');
  await expect(bilal.page.getByText('Recording', { exact: true })).toBeHidden();
  await expect(bilal.page.getByRole('log', { name: 'What happens in the meeting' })).toContainText('The recording has stopped');

  const { channelId } = await bilal.account.api.call('getMeeting', { params: { id: scene.meetingId } });
  const video = async () => {
    const { messages } = await bilal.account.api.call('listMessages', { params: { channelId } });
    return messages.flatMap(({ attachments = [] }) => attachments).find(({ kind }) => kind === 'video');
  };
  await expect.poll(video, { timeout: 180_000 }).toBeDefined();
  const { id } = (await video())!;
  const answer = await bilal.page.request.get(`${scene.server.url}/api/v1/files/${id}/content`);
  expect(answer.ok()).toBe(true);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-recording-'));
  try {
    const file = path.join(folder, 'recording');
    await writeFile(file, await answer.body());
    const { stdout } = await run('ffprobe', ['-v', 'error', '-count_frames', '-show_entries', 'stream=codec_type,nb_read_frames', '-of', 'json', file]);
    const { streams } = JSON.parse(stdout) as { streams: { codec_type: string; nb_read_frames: string }[] };
    expect(streams.map(({ codec_type }) => codec_type).sort()).toEqual(['audio', 'video']);
    for (const stream of streams) expect(Number(stream.nb_read_frames)).toBeGreaterThan(5);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('where nothing can be recorded the menu says why', async ({ browser }) => {
  const without = await startMeeting(browser, [], { env: { PARVIS_SFU_GSTREAMER: '/nowhere' } });
  try {
    const [{ page }] = without.people as [Attendee];
    await enter(without.people[0]!, without);
    await control(page, 'More').click();
    const item = page.getByRole('menuitem', { name: 'Start recording' });
    await expect(item).toBeDisabled();
    await expect(item).toContainText('GStreamer is missing on the media server');
    await item.focus();
    await page.keyboard.press('Enter');
    await expect(item).toBeVisible();
  } finally {
    await without.stop();
  }
});
