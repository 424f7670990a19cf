import { defineConfig } from '@playwright/test';

/** Debian's Chromium unless told otherwise; it must ask nothing of the network. */
const executablePath = process.env['PARVIS_CHROMIUM'] ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'src',
  outputDir: 'test-results',
  // Two files at a time, as much of a test is waiting; meetings, with their pictures and sound, one at a time.
  workers: 2,
  projects: [
    { name: 'meetings', testMatch: 'meeting*.e2e.ts', workers: 1 },
    { name: 'screens', testMatch: '*.e2e.ts', testIgnore: 'meeting*.e2e.ts' },
  ],
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    serviceWorkers: 'block',
    trace: 'off',
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
});
