import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';

/** Path of an ffmpeg, which recording needs: one that is there, or Debian's. Undefined when there is none. */
export async function ensureFfmpeg() {
  return findProgram('ffmpeg') ?? ((await aptInstall('ffmpeg')) ? findProgram('ffmpeg') : undefined);
}
