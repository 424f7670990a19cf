import type { types } from 'mediasoup';
import type { RecordedCodec } from '../recorder/messages.ts';
import type { SentTrack } from '../rooms/sent-track.ts';

export const codecOf = (track: SentTrack): RecordedCodec => track.producer.rtpParameters.codecs[0]!.mimeType.split('/')[1]!.toLowerCase() as RecordedCodec;

/** Sends a track to a port of this machine, at its best, from a key frame on. */
export async function captureTrack(track: SentTrack, port: number): Promise<{ consumer: types.Consumer; transport: types.PlainTransport }> {
  const { router } = track.peer.room.home;
  const transport = await router.createPlainTransport({ listenInfo: { protocol: 'udp', ip: '127.0.0.1' }, rtcpMux: true, comedia: false });
  try {
    await transport.connect({ ip: '127.0.0.1', port });
    const rtpCapabilities = capabilitiesFor(router, track);
    const consumer = await transport.consume({ producerId: track.producer.id, rtpCapabilities, paused: true, enableRtx: false });
    track.recorders += 1;
    consumer.observer.once('close', () => {
      track.recorders -= 1;
      track.watchersChanged();
      transport.close();
    });
    track.watchersChanged();
    await consumer.resume();
    return { consumer, transport };
  } catch (error) {
    transport.close();
    throw error;
  }
}

/** Its codec and nothing else: the loopback needs no retransmission and no estimate of its width. */
function capabilitiesFor(router: types.Router, track: SentTrack): types.RtpCapabilities {
  const { mimeType } = track.producer.rtpParameters.codecs[0]!;
  const codecs = (router.rtpCapabilities.codecs ?? []).filter((codec) => codec.mimeType.toLowerCase() === mimeType.toLowerCase());
  return { codecs: codecs.map((codec) => ({ ...codec, rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ parameter }) => parameter === 'pli' || parameter === 'fir') })), headerExtensions: [] };
}
