import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';

/** Path of coturn's server, for the test of meetings through TURN: one that is there, or Debian's. Undefined when there is none. */
export async function ensureCoturn() {
  return findProgram('turnserver') ?? ((await aptInstall('coturn')) ? findProgram('turnserver') : undefined);
}
