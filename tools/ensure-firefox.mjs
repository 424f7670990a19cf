import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';

const candidates = [process.env.PARVIS_FIREFOX, 'firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Path of a Firefox, for the test that it can join a meeting: one that is there, or Debian's. Undefined when there is none. */
export async function ensureFirefox() {
  return findProgram(...candidates) ?? ((await aptInstall('firefox-esr')) ? findProgram(...candidates) : undefined);
}
