import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureFfmpeg } from '../ensure-ffmpeg.mjs';
import { ensureGstreamer } from '../ensure-gstreamer.mjs';
import { ensureLibreOffice } from '../ensure-libreoffice.mjs';
import { ensureRedis } from '../ensure-redis.mjs';
import { node, root } from '../paths.mjs';
import { run } from '../run.mjs';
import { startTestPostgres } from '../start-test-postgres.mjs';
import { readReport } from './read-report.mjs';

const report = path.join(root, '.cache', 'test', 'vitest.json');

/**
 * Every package's unit and integration tests, in one Vitest run. They use the oldest PostgreSQL that
 * we support, as with DATABASE_URL; the browser tests and the launcher's own use the embedded one.
 */
export async function unit() {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  if (!(await ensureRedis())) console.log('No Redis here and none could be installed: the tests with several processes are skipped.');
  if (!(await ensureGstreamer())) console.log('No GStreamer here and none could be installed: the tests of recording tracks are skipped.');
  if (!(await ensureFfmpeg())) console.log('No ffmpeg here and none could be installed: the tests of recordings are skipped.');
  if (!(await ensureLibreOffice())) console.log('No LibreOffice or Poppler here and none could be installed: the tests that open downloaded documents are skipped.');
  const postgres = process.env.PARVIS_TEST_DATABASE_URL ? undefined : await startTestPostgres();
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    // The media worker may still be made: those tests that need it wait for it.
    const env = postgres && { PARVIS_TEST_DATABASE_URL: postgres.url };
    const { code } = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters], { env });
    return readReport(report, code, countVitest);
  } finally {
    await postgres?.stop();
  }
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloadable = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'));
  return { passed: numPassedTests, failed: numFailedTests + unloadable.length, skipped: numPendingTests + numTodoTests };
}
