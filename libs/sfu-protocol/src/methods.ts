import { dtlsParametersSchema, mediaSource, type ConsumerOptions, type MediaEvent, type ProducerInfo, rtpCapabilitiesSchema, rtpParametersSchema, type TransportOptions } from '@parvis/contracts';
import * as z from 'zod/mini';

/** Version of the calls between servers and media hosts: both refuse another one. */
export const SFU_PROTOCOL_VERSION = 3;

const uuid = z.uuid();
const mediaId = z.string().check(z.minLength(1), z.maxLength(64));
const room = { roomId: uuid, epoch: z.int() };
const peer = { ...room, peerId: uuid };
/** A run of a media host: its address as servers know it, and the `instanceId` of its status. */
const run = z.strictObject({ url: z.string().check(z.minLength(1), z.maxLength(300)), instance: uuid });
/** One end of a pipe: where its UDP port is, and the key (SRTP) of what comes from it. */
const pipeEnd = z.strictObject({
  id: mediaId, address: z.union([z.ipv4(), z.ipv6()]), port: z.int().check(z.minimum(1), z.maximum(65_535)), srtpParameters: z.looseObject({}),
});
const pipedTrack = z.strictObject({
  producerId: mediaId, participantId: uuid, kind: z.enum(['audio', 'video']), source: mediaSource, rtpParameters: rtpParametersSchema,
});

/**
 * What a server asks of a media host. A room is a meeting, a peer a participant. The host knows
 * nothing of people and their rights: whoever may call decides. Every call is about one epoch of a
 * room: a lower one than the room has is refused with `stale_epoch`, a higher one begins it anew.
 */
export const SFU_METHODS = {
  getStatus: z.strictObject({}),
  /** Of all of its rooms (`RtpCapabilities`). */
  getRtpCapabilities: z.strictObject({}),
  /**
   * The connection speaks for this peer from now on and gets its events; the room and the peer are
   * made when they are not there. `sources`: what it may send; producers of others are closed.
   * `annex`: this is not the room's home: the peer only receives here, and is told only of that.
   */
  attachPeer: z.strictObject({ ...peer, sources: z.array(mediaSource), annex: z.optional(z.literal(true)) }),
  /**
   * To the room's home: this peer receives at another host, its annex; null: here. Once nobody of the
   * room receives there, the pipe to it ends.
   */
  placeReceiver: z.strictObject({ ...peer, at: z.nullable(run) }),
  /** To the home: its end of the pipe to that run of another host; the same until that pipe ends. */
  openPipe: z.strictObject({ ...room, to: uuid }),
  /** To the annex: its end of the pipe from that run. Another `offer` than before ends what came by the one before. */
  answerPipe: z.strictObject({ ...room, from: uuid, offer: pipeEnd }),
  /** To the home: `id` is of its own end. Again changes nothing. */
  connectPipe: z.strictObject({ ...room, to: uuid, id: mediaId, answer: pipeEnd }),
  /** To the home: these go through the pipe from now on, until they end. Those that are gone are left out of the answer. */
  sendTracks: z.strictObject({ ...room, to: uuid, producerIds: z.array(mediaId) }),
  /** To the annex: these come through the pipe. */
  takeTracks: z.strictObject({ ...room, from: uuid, tracks: z.array(pipedTrack) }),
  /** To the annex: these have ended at home. */
  endTracks: z.strictObject({ ...room, producerIds: z.array(mediaId) }),
  /** Its device is connected no more, and may come back: the connection speaks for it no longer. */
  detachPeer: z.strictObject(peer),
  /** The peer and all it has are gone. */
  removePeer: z.strictObject(peer),
  setSources: z.strictObject({ ...peer, sources: z.array(mediaSource) }),
  createTransport: z.strictObject({ ...peer, direction: z.enum(['send', 'receive']) }),
  connectTransport: z.strictObject({ ...peer, transportId: mediaId, dtlsParameters: dtlsParametersSchema }),
  restartIce: z.strictObject({ ...peer, transportId: mediaId }),
  produce: z.strictObject({
    ...peer, transportId: mediaId, kind: z.enum(['audio', 'video']), source: mediaSource, rtpParameters: rtpParametersSchema, paused: z.boolean(),
  }),
  updateProducer: z.strictObject({ ...peer, producerId: mediaId, action: z.enum(['pause', 'resume', 'close']) }),
  /** A host stops what somebody sends. Sources that aren't sent are passed over. */
  muteSources: z.strictObject({ ...peer, sources: z.array(mediaSource) }),
  /** `flowing`: video isn't paused at first, but comes in its smallest layer as soon as the transport is connected. */
  consume: z.strictObject({ ...peer, producerIds: z.array(mediaId), rtpCapabilities: rtpCapabilitiesSchema, flowing: z.optional(z.literal(true)) }),
  updateConsumers: z.strictObject({
    ...peer,
    changes: z.array(z.strictObject({
      consumerId: mediaId, paused: z.optional(z.boolean()), spatialLayer: z.optional(z.int()), temporalLayer: z.optional(z.int()),
      priority: z.optional(z.int()), close: z.optional(z.literal(true)), requestKeyFrame: z.optional(z.literal(true)),
    })),
  }),
  closeRoom: z.strictObject({ roomId: uuid }),
  /** No new rooms; peers are told to move (`drain`). The process ends once all are gone, or after its patience. */
  drain: z.strictObject({}),
  startRecording: z.strictObject({ ...room, recordingId: uuid }),
  /**
   * Answers when all files are closed; the same again until it is forgotten. Also after its room was closed or
   * lost, the recording failed, or the host began anew: what there is of it. `not_found`: there is nothing.
   */
  stopRecording: z.strictObject({ roomId: uuid, recordingId: uuid }),
  /** Its files were fetched, or are not wanted: they go. */
  forgetRecording: z.strictObject({ recordingId: uuid }),
} as const;
export type SfuMethod = keyof typeof SFU_METHODS;
export type SfuParams<M extends SfuMethod> = z.output<(typeof SFU_METHODS)[M]>;

export interface SfuStatus {
  protocol: number;
  /** Of this run of the process: another one has none of the rooms. */
  instanceId: string;
  /** `preparing`: there is no mediasoup worker yet. `failed`: there will be none. */
  state: 'preparing' | 'ready' | 'draining' | 'failed';
  detail: string | null;
  workers: number;
  rooms: number;
  consumers: number;
  /** It sends as much as it is to: who comes new to one of its rooms should receive at another. */
  full: boolean;
  /** Whether it can record: GStreamer is there. */
  records: boolean;
}

export type SfuRun = z.output<typeof run>;
export type PipeEnd = z.output<typeof pipeEnd>;
export type PipedTrack = z.output<typeof pipedTrack>;

type Nothing = Record<string, never>;
export interface SfuResults {
  getStatus: SfuStatus;
  getRtpCapabilities: { rtpCapabilities: unknown };
  attachPeer: {
    resumed: boolean;
    routerRtpCapabilities: unknown;
    producers: ProducerInfo[];
    /** What it receives by here, if it does. */
    receiveTransportId: string | null;
    /** As the last `placeReceiver` said. */
    receivesAt: SfuRun | null;
    /** Where others of the room receive: the fewer of those, the fewer pipes. */
    annexes: SfuRun[];
    /** Whether this host sends as much as it is to: who comes new should receive elsewhere. */
    full: boolean;
  };
  placeReceiver: Nothing;
  openPipe: PipeEnd;
  answerPipe: PipeEnd;
  connectPipe: Nothing;
  sendTracks: { tracks: PipedTrack[] };
  takeTracks: Nothing;
  endTracks: Nothing;
  detachPeer: Nothing;
  removePeer: Nothing;
  setSources: Nothing;
  createTransport: TransportOptions;
  connectTransport: Nothing;
  restartIce: { iceParameters: unknown };
  produce: { producerId: string };
  updateProducer: Nothing;
  muteSources: Nothing;
  consume: { consumers: ConsumerOptions[] };
  updateConsumers: Nothing;
  closeRoom: Nothing;
  drain: Nothing;
  startRecording: { startedAt: string };
  stopRecording: RecordingManifest;
  forgetRecording: Nothing;
}

/**
 * One track of a recording: `GET /recordings/<recordingId>/<file>` on the same door. Milliseconds since
 * the recording began: when the file's own clock stood at 0, and when it was closed.
 */
export interface RecordedTrack {
  file: string;
  peerId: string;
  kind: 'audio' | 'video';
  source: ProducerInfo['source'];
  startMs: number;
  endMs: number;
}
export interface RecordingManifest {
  recordingId: string;
  durationMs: number;
  tracks: RecordedTrack[];
  /** Who spoke from when on. */
  speakers: { atMs: number; peerId: string | null }[];
  /** Something is missing in it: what. */
  failure: string | null;
}

/** Why a call was refused. */
export const SFU_ERRORS = ['invalid_request', 'unknown_method', 'stale_epoch', 'not_found', 'not_ready', 'draining', 'source_not_allowed', 'too_many', 'recording_unavailable', 'internal'] as const;
export type SfuErrorCode = (typeof SFU_ERRORS)[number];

/** What a media host tells by itself. */
export type SfuEvent =
  /** To the connection that the peer is attached by. */
  | { type: 'peer'; roomId: string; epoch: number; peerId: string; event: MediaEvent }
  /** To each connection that somebody of the room is attached by, once: it concerns all of them. */
  | { type: 'room'; roomId: string; epoch: number; event: MediaEvent }
  /** To all: the peer was away for too long and is gone. */
  | { type: 'peer_gone'; roomId: string; epoch: number; peerId: string }
  /** To all: the peer is gone that received at that host: it has nothing to receive there any more. */
  | { type: 'receiver_left'; roomId: string; epoch: number; peerId: string; at: SfuRun }
  /** To all: a track ended that goes to that run of another host. */
  | { type: 'track_ended'; roomId: string; epoch: number; to: string; producerId: string }
  /** To all: the room is gone, since its worker died. Attaching again makes it anew. */
  | { type: 'room_lost'; roomId: string; epoch: number }
  /** To all: a recording broke off. What there is of it is kept. */
  | { type: 'recording_failed'; roomId: string; recordingId: string; reason: string }
  | { type: 'status'; status: SfuStatus };
