import type { SfuMethod, SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import type { Speaker } from '../rooms/peer.ts';
import { attachPeer } from './attach-peer.ts';
import { connectTransport } from './connect-transport.ts';
import { consume } from './consume.ts';
import { createTransport } from './create-transport.ts';
import { detachPeer } from './detach-peer.ts';
import { drain } from './drain.ts';
import { getRtpCapabilities } from './get-rtp-capabilities.ts';
import { muteSources } from './mute-sources.ts';
import { answerPipe, connectPipe, endTracks, openPipe, placeReceiver, sendTracks, takeTracks } from './pipe-calls.ts';
import { produce } from './produce.ts';
import { removePeer } from './remove-peer.ts';
import { restartIce } from './restart-ice.ts';
import { setSources } from './set-sources.ts';
import { startRecording } from './start-recording.ts';
import { updateConsumers } from './update-consumers.ts';
import { updateProducer } from './update-producer.ts';

type Call<M extends SfuMethod> = (host: MediaHost, params: SfuParams<M>, speaker: Speaker) => SfuResults[M] | Promise<SfuResults[M]>;

/** Who does what a server asks for. All of it is behind the shared secret. */
export const CALLS: { readonly [M in SfuMethod]: Call<M> } = {
  getStatus: (host) => host.status(),
  getRtpCapabilities,
  attachPeer,
  placeReceiver,
  openPipe,
  answerPipe,
  connectPipe,
  sendTracks,
  takeTracks,
  endTracks,
  detachPeer,
  removePeer,
  setSources,
  createTransport,
  connectTransport,
  restartIce,
  produce,
  updateProducer,
  muteSources,
  consume,
  updateConsumers,
  closeRoom: (host, { roomId }) => {
    host.rooms.close(roomId);
    return {};
  },
  drain,
  startRecording,
  stopRecording: (host, { recordingId }) => host.recordings.stop(recordingId),
  forgetRecording: async (host, { recordingId }) => {
    await host.recordings.forget(recordingId);
    return {};
  },
};
