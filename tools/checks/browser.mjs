import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from '../ensure-chromium.mjs';
import { ensureCoturn } from '../ensure-coturn.mjs';
import { ensureFfmpeg } from '../ensure-ffmpeg.mjs';
import { ensureFirefox } from '../ensure-firefox.mjs';
import { ensureGstreamer } from '../ensure-gstreamer.mjs';
import { node, root } from '../paths.mjs';
import { run } from '../run.mjs';
import { readReport } from './read-report.mjs';
import { prepareSfuWorker } from './sfu-worker.mjs';

const folder = path.join(root, 'e2e', 'web');
const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const report = path.join(root, '.cache', 'test', 'playwright.json');

/** What a person does in a browser. Without a browser, all of these tests count as skipped. */
export async function browser() {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const chromium = await ensureChromium();
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(chromium && { PARVIS_CHROMIUM: chromium }) };
  if (!chromium) {
    console.log('No Chromium here and none could be installed: the browser tests are skipped. Set PARVIS_CHROMIUM to run them.');
    const { code } = await run(node, [playwright, 'test', '--list', '--reporter=json'], { cwd: folder, env });
    return readReport(report, code, ({ suites }) => ({ passed: 0, failed: 0, skipped: suites.reduce((sum, suite) => sum + countSpecs(suite), 0) }));
  }
  console.log(`Browser: ${chromium}`);
  Object.assign(env, await forMeetings());
  const { code } = await run(node, [playwright, 'test', '--reporter=list,json'], { cwd: folder, env });
  // A test that passed only when it was tried again hides a race: it counts as failed.
  return readReport(report, code, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }));
}

function countSpecs({ specs = [], suites = [] }) {
  return suites.reduce((sum, suite) => sum + countSpecs(suite), specs.reduce((sum, { tests }) => sum + tests.length, 0));
}

/** What the tests of meetings need beside Chromium; those for which it isn't there are skipped. */
async function forMeetings() {
  const worker = await prepareSfuWorker();
  const firefox = await ensureFirefox();
  const missing = [];
  if (!firefox) missing.push('Firefox (meetings between browsers)');
  if (!(await ensureGstreamer())) missing.push('GStreamer (recordings)');
  if (!(await ensureFfmpeg())) missing.push('ffmpeg (recordings)');
  if (!(await ensureCoturn())) missing.push('coturn (TURN)');
  if (missing.length > 0) console.log(`Not here, and not to be installed: ${missing.join(', ')}. Their tests are skipped.`);
  return { ...worker, ...(firefox && { PARVIS_FIREFOX: firefox }) };
}
