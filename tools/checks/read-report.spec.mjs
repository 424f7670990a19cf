import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readReport } from './read-report.mjs';

let folder;
let file;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-report-'));
  file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ good: 3, bad: 0 }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const count = ({ good, bad }) => ({ passed: good, failed: bad, skipped: 0 });

test('takes the counts from the report', () => {
  expect(readReport(file, 0, count)).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test('a run that fails without a failed test counts as one failure', () => {
  expect(readReport(file, 1, count)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a missing report counts as one failure, whatever the exit code', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(readReport(path.join(folder, 'none.json'), 0, count)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
