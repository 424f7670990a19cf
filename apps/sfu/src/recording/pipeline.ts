export type RecordedCodec = 'opus' | 'vp8' | 'vp9' | 'h264';

export interface PipelineOptions {
  readonly codec: RecordedCodec;
  readonly payloadType: number;
  /** Name of the file, in the folder that GStreamer runs in. */
  readonly file: string;
  /** Ports of 127.0.0.1: where packets come in, where reports leave from, and where those are awaited. */
  readonly rtpPort: number;
  readonly rtcpPort: number;
  readonly reportsTo: number;
}

/** How long a missing packet is waited for: a retransmission from the sender takes a round trip or two. */
const WAIT_MS = 300;
/** As large as the system allows: a slow disk must not cost packets. */
const RECEIVE_BUFFER = 4 * 1024 ** 2;
/** A file must say some size at its beginning; what decodes it goes by the pictures themselves. */
const SOME_SIZE = 'width=1280,height=720';
/** From a whole picture on, also after a loss: what builds on a hole is grey. */
const WHOLE = ['request-keyframe=true', 'wait-for-keyframe=true'];

/** From packets to what a file takes. */
const UNPACK: Record<RecordedCodec, readonly string[]> = {
  opus: ['rtpopusdepay'],
  vp8: ['rtpvp8depay', ...WHOLE],
  vp9: ['rtpvp9depay', ...WHOLE, '!', 'capssetter', `caps=video/x-vp9,${SOME_SIZE}`],
  h264: ['rtph264depay', ...WHOLE, '!', 'video/x-h264,stream-format=avc,alignment=au', '!', 'capssetter', `caps=video/x-h264,${SOME_SIZE}`],
};

/** One of each plugin that is used: on Debian all are in gstreamer1.0-plugins-good. */
export const ELEMENTS = ['rtpbin', 'udpsrc', 'rtpopusdepay', 'rtpvp9depay', 'capssetter', 'matroskamux'];

/**
 * What gst-launch is told for one track: put its packets in order, make frames of them at the times of
 * the pipeline's clock, and write Matroska without index and length, byte by byte as it comes, so that
 * what breaks off can be read up to its end. Nothing is decoded. Key frames are asked for by RTCP.
 */
export function pipelineOf({ codec, payloadType, file, rtpPort, rtcpPort, reportsTo }: PipelineOptions): string[] {
  const format = codec === 'opus' ? 'media=audio,clock-rate=48000' : 'media=video,clock-rate=90000,rtcp-fb-nack-pli=(boolean)true';
  return [
    'rtpbin', 'name=rtp', `latency=${WAIT_MS}`, 'rtp-profile=avpf',
    'udpsrc', 'address=127.0.0.1', `port=${rtpPort}`, `buffer-size=${RECEIVE_BUFFER}`, `caps=application/x-rtp,${format},encoding-name=${codec.toUpperCase()},payload=${payloadType}`,
    '!', 'rtp.recv_rtp_sink_0',
    'rtp.', '!', ...UNPACK[codec], '!', 'matroskamux', 'streamable=true', 'min-cluster-duration=1000000000', '!', 'filesink', `location=${file}`, 'buffer-mode=unbuffered',
    'rtp.send_rtcp_src_0', '!', 'udpsink', 'host=127.0.0.1', `port=${reportsTo}`, 'bind-address=127.0.0.1', `bind-port=${rtcpPort}`, 'sync=false', 'async=false',
  ];
}
