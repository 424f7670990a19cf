import { readFileSync } from 'node:fs';

/**
 * Counts from a tool's JSON report. A run that failed without naming a failed test (it could not
 * load a file, it crashed, it wrote no report) still counts as a failure.
 */
export function readReport(file, exitCode, count) {
  let tally = { passed: 0, failed: 0, skipped: 0 };
  try {
    tally = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`No report to count: ${error.message}`);
    return { ...tally, failed: 1 };
  }
  if (exitCode !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}
