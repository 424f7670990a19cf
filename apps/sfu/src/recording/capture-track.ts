import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { types } from 'mediasoup';
import type { SentTrack } from '../rooms/sent-track.ts';
import type { RecordedCodec } from './pipeline.ts';
import { TrackWriter } from './track-writer.ts';

/** A port that was free may be taken a moment later. */
const TRIES = 3;

export interface Capture {
  readonly consumer: types.Consumer;
  readonly writer: TrackWriter;
  /** When its file's clock stood at 0 (performance.now). */
  readonly zeroMs: number;
}

/**
 * Sends a track to a process that writes it into `file`, at its best, from a key frame on.
 * @param gstreamer folder of GStreamer's programs, or empty
 * @throws when it can't be started
 */
export async function captureTrack(track: SentTrack, gstreamer: string, file: string): Promise<Capture> {
  const { router } = track.peer.room.home;
  const transport = await router.createPlainTransport({ listenInfo: { protocol: 'udp', ip: '127.0.0.1' }, rtcpMux: false, comedia: false });
  try {
    const consumer = await transport.consume({ producerId: track.producer.id, rtpCapabilities: capabilitiesFor(router, track), paused: true, enableRtx: false });
    const started = await startWriter(consumer, transport, gstreamer, file);
    watch(track, consumer, transport);
    await transport.connect({ ip: '127.0.0.1', port: started.rtpPort, rtcpPort: started.rtcpPort });
    await consumer.resume();
    return { consumer, ...started };
  } catch (error) {
    transport.close();
    throw error;
  }
}

async function startWriter(consumer: types.Consumer, transport: types.PlainTransport, gstreamer: string, file: string): Promise<Omit<Capture, 'consumer'> & { rtpPort: number; rtcpPort: number }> {
  const { mimeType, payloadType } = consumer.rtpParameters.codecs[0]!;
  const codec = mimeType.split('/')[1]!.toLowerCase() as RecordedCodec;
  let reason = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const [rtpPort, rtcpPort] = await freePorts();
    const writer = new TrackWriter({ gstreamer, file, codec, payloadType, rtpPort, rtcpPort, reportsTo: transport.rtcpTuple!.localPort });
    const zeroMs = await writer.began;
    if (zeroMs !== undefined) return { writer, zeroMs, rtpPort, rtcpPort };
    reason = await writer.ended;
  }
  throw new Error(reason);
}

/** Who sends it sends its largest layer for as long as it is taken. */
function watch(track: SentTrack, consumer: types.Consumer, transport: types.PlainTransport): void {
  track.wholeTakers += 1;
  track.watchersChanged();
  consumer.observer.once('close', () => {
    track.wholeTakers -= 1;
    track.watchersChanged();
    transport.close();
  });
}

async function freePorts(): Promise<[number, number]> {
  const sockets = [createSocket('udp4'), createSocket('udp4')] as const;
  const ports = await Promise.all(sockets.map(async (socket) => {
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return socket.address().port;
  }));
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(resolve))));
  return [ports[0]!, ports[1]!];
}

/** Its codec and nothing else: the loopback needs no retransmission and no estimate of its width. */
function capabilitiesFor(router: types.Router, track: SentTrack): types.RtpCapabilities {
  const { mimeType } = track.producer.rtpParameters.codecs[0]!;
  const codecs = (router.rtpCapabilities.codecs ?? []).filter((codec) => codec.mimeType.toLowerCase() === mimeType.toLowerCase());
  return { codecs: codecs.map((codec) => ({ ...codec, rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ parameter }) => parameter === 'pli') })), headerExtensions: [] };
}
