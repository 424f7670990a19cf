import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { node } from './paths.mjs';
import { run } from './run.mjs';

const candidates = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium: one that is there, else Debian's, else Playwright's. Undefined when there is none. */
export async function ensureChromium() {
  const wanted = process.env.PARVIS_CHROMIUM;
  if (wanted) return findProgram(wanted) ?? console.error(`PARVIS_CHROMIUM is ${wanted}, which can't be run.`);
  const present = findProgram(...candidates);
  if (present) return present;
  if (await aptInstall('chromium', 'fonts-noto-color-emoji')) return findProgram(...candidates);
  return playwrightChromium();
}

async function playwrightChromium() {
  console.log("Looking for Playwright's own Chromium …");
  const { code } = await run(node, ['node_modules/playwright/cli.js', 'install', 'chromium'], { quiet: true });
  if (code !== 0) return undefined;
  const question = "import('playwright').then(({ chromium }) => process.stdout.write(chromium.executablePath()))";
  const { stdout } = await run(node, ['--eval', question], { capture: true });
  return findProgram(stdout.trim());
}
