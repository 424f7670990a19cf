import { defineConfig } from '@playwright/test';

/** Debian's Chromium unless told otherwise; it must ask nothing of the network. */
const executablePath = process.env['PARVIS_CHROMIUM'] ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'src',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  workers: 1,
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
