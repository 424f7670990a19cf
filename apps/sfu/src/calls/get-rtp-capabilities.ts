import type { SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { MEDIA_CODECS } from '../rooms/codecs.ts';

const known = new WeakMap<MediaHost, Promise<unknown>>();

/** @throws SfuError not_ready */
export async function getRtpCapabilities(host: MediaHost): Promise<SfuResults['getRtpCapabilities']> {
  const asked = known.get(host) ?? read(host);
  known.set(host, asked);
  // A failure is not kept: the next one tries again.
  asked.catch(() => known.delete(host));
  return { rtpCapabilities: await asked };
}

/** Only a router says them; that of any room says the same. */
async function read(host: MediaHost): Promise<unknown> {
  const { worker } = await host.pool.pick();
  const router = await worker.createRouter({ mediaCodecs: MEDIA_CODECS });
  router.close();
  return router.rtpCapabilities;
}
