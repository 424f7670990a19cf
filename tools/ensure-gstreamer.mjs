import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';

/** Resolves to whether GStreamer is there, by which the media host records: one that is there, or Debian's. */
export async function ensureGstreamer() {
  const packages = ['gstreamer1.0-tools', 'gstreamer1.0-plugins-base', 'gstreamer1.0-plugins-good'];
  return Boolean(findProgram('gst-launch-1.0') ?? ((await aptInstall(...packages)) && findProgram('gst-launch-1.0')));
}
