import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, isPortFree } from './free-port.mjs';
import { root } from './paths.mjs';

const CONTROL_PORT = 3010;
const RTC_PORT = 40_000;
/** Ports that one media host may use: one for each of its workers. */
const RTC_RANGE = 100;

/** Whether this machine's media host is ours to run: not where one is named, and not when meetings are off. */
export const runsMediaHost = (env = process.env) => !env.PARVIS_SFU_URLS && !env.PARVIS_SFU_URLS_FILE && env.PARVIS_SFU !== 'off';

/**
 * What the server and its media host have to know of each other. The usual ports unless they are set,
 * or others when somebody else, such as a second Parvis, is there.
 */
export async function sfuSettings(env = process.env) {
  const port = env.PARVIS_SFU_PORT || ((await isPortFree(CONTROL_PORT)) ? CONTROL_PORT : await freePort());
  const rtcPort = env.PARVIS_SFU_RTC_PORT || (await freeRange());
  const data = path.resolve(root, env.PARVIS_DATA_DIR || 'data');
  const secret = env.PARVIS_SFU_SECRET || (env.PARVIS_SFU_SECRET_FILE ? readFileSync(env.PARVIS_SFU_SECRET_FILE, 'utf8').trim() : keptSecret(data));
  return {
    server: { PARVIS_SFU_URLS: `http://127.0.0.1:${port}`, PARVIS_SFU_SECRET: secret },
    host: {
      PARVIS_SFU_PORT: String(port),
      PARVIS_SFU_RTC_PORT: String(rtcPort),
      PARVIS_SFU_SECRET: secret,
      PARVIS_SFU_RECORDINGS_DIR: env.PARVIS_SFU_RECORDINGS_DIR || path.join(data, 'sfu-recordings'),
    },
  };
}

/** The one in the data folder, so that a second server process beside finds it too. */
function keptSecret(data) {
  const file = path.join(data, 'sfu-secret');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

async function freeRange() {
  for (let first = RTC_PORT; first < 60_000; first += RTC_RANGE) {
    if (await isPortFree(first, { udp: true })) return first;
  }
  return RTC_PORT;
}
