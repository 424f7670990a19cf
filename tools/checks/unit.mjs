import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { node, root } from '../paths.mjs';
import { run } from '../run.mjs';
import { startTestPostgres } from '../start-test-postgres.mjs';
import { startTestRedis } from '../start-test-redis.mjs';
import { readReport } from './read-report.mjs';

const report = path.join(root, '.cache', 'test', 'vitest.json');

/** Every package's unit and integration tests, in one Vitest run. */
export async function unit() {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const services = { PARVIS_TEST_DATABASE_URL: await startTestPostgres(), PARVIS_TEST_REDIS_URL: await startTestRedis() };
  const env = {};
  for (const [name, service] of Object.entries(services)) {
    if (service) env[name] = service.url;
    else console.log(`${name} is not set, as no server for it could be started: tests that need it are skipped.`);
  }
  try {
    const { code } = await run(node, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { env });
    return readReport(report, code, countVitest);
  } finally {
    for (const service of Object.values(services)) await service?.stop();
  }
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloadable = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'));
  return { passed: numPassedTests, failed: numFailedTests + unloadable.length, skipped: numPendingTests + numTodoTests };
}
