import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';

const candidates = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Path of a Firefox, with which meetings are tried beside Chromium: one that is there, or Debian's. Undefined when there is none. */
export async function ensureFirefox() {
  const wanted = process.env.PARVIS_FIREFOX;
  if (wanted) return findProgram(wanted) ?? console.error(`PARVIS_FIREFOX is ${wanted}, which can't be run.`);
  return findProgram(...candidates) ?? ((await aptInstall('firefox-esr')) ? findProgram('firefox-esr') : undefined);
}
