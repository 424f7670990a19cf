import * as z from 'zod/mini';
import { id } from './fields.ts';
import { LIMITS } from './limits.ts';
import { connectionQualitySchema, mediaSource, type MediaSource } from './meeting-shapes.ts';

/**
 * Signalling of a meeting's media, on the socket. A socket is attached to at most one participant:
 * `meeting_attach` says to which; every other message is about that one's own transports, producers
 * and consumers. What WebRTC itself defines (W3C webrtc-pc, ORTC as mediasoup speaks it) is passed on
 * as it is: bounded here, checked in depth by the media server.
 */
const mediaId = z.string().check(z.minLength(1), z.maxLength(64));
const short = z.string().check(z.maxLength(256));
const few = <T extends z.ZodMiniType>(item: T, most: number) => z.array(item).check(z.maxLength(most));

export const dtlsParametersSchema = z.strictObject({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: z.array(z.strictObject({ algorithm: short, value: short })).check(z.minLength(1), z.maxLength(10)),
});
/** `RtpCapabilities`, `RtpParameters` of mediasoup. */
export const rtpCapabilitiesSchema = z.looseObject({ codecs: few(z.looseObject({}), 100), headerExtensions: z.optional(few(z.looseObject({}), 100)) });
export const rtpParametersSchema = z.looseObject({
  codecs: z.array(z.looseObject({})).check(z.minLength(1), z.maxLength(20)),
  encodings: z.optional(few(z.looseObject({}), 10)),
  headerExtensions: z.optional(few(z.looseObject({}), 30)),
  rtcp: z.optional(z.looseObject({})),
});

export const MEETING_MESSAGES = {
  /** Answers `{ routerRtpCapabilities }`, for a device to get ready before it comes in; null while no media host is ready. */
  meeting_prepare: z.strictObject({}),
  /**
   * This socket speaks for the participant from now on, also for its transports of before, when they
   * are still there (`resumed`). Answers `AttachResult`. Errors: not_found, meeting_ended, not_in_meeting,
   * meetings_preparing, meetings_unavailable.
   * `begin`: where nothing of before is left, its media begins with the answer (`link`). `pictures`: of so
   * many cameras and screens at most; `rtpCapabilities`: without them nothing is received yet.
   */
  meeting_attach: z.strictObject({
    meetingId: id, participantId: id,
    begin: z.optional(z.strictObject({ rtpCapabilities: z.optional(rtpCapabilitiesSchema), pictures: z.int().check(z.minimum(0), z.maximum(100)) })),
  }),
  /** The socket speaks for nobody any more; the participant stays in the meeting until they leave it. */
  meeting_detach: z.strictObject({}),
  /** Answers `TransportOptions`. At most one of each direction: a second one closes the first. */
  meeting_create_transport: z.strictObject({ direction: z.enum(['send', 'receive']) }),
  meeting_connect_transport: z.strictObject({ transportId: mediaId, dtlsParameters: dtlsParametersSchema }),
  /** Answers `{ iceParameters }`. */
  meeting_restart_ice: z.strictObject({ transportId: mediaId }),
  /** Answers `{ producerId }`. A second producer of a source closes the first. Errors: source_not_allowed. */
  meeting_produce: z.strictObject({
    transportId: mediaId, kind: z.enum(['audio', 'video']), source: mediaSource, rtpParameters: rtpParametersSchema, paused: z.boolean(),
  }),
  /** The server pauses: from then on nobody receives anything of it. Errors: source_not_allowed for a resume that is not mine to do. */
  meeting_update_producer: z.strictObject({ producerId: mediaId, action: z.enum(['pause', 'resume', 'close']) }),
  /** Answers `{ consumers: ConsumerOptions[] }`: those that can be had; others are gone or not to be decoded here. Video is paused at first. */
  meeting_consume: z.strictObject({ producerIds: few(mediaId, LIMITS.meetingConsumersPerMessage), rtpCapabilities: rtpCapabilitiesSchema }),
  /** Layers from 0. Consumers that are gone are passed over. */
  meeting_update_consumers: z.strictObject({
    changes: few(z.strictObject({
      consumerId: mediaId,
      paused: z.optional(z.boolean()),
      spatialLayer: z.optional(z.int().check(z.minimum(0), z.maximum(9))),
      temporalLayer: z.optional(z.int().check(z.minimum(0), z.maximum(9))),
      /** 1 to 255: who is served first when the line is thin. */
      priority: z.optional(z.int().check(z.minimum(1), z.maximum(255))),
      close: z.optional(z.literal(true)),
      requestKeyFrame: z.optional(z.literal(true)),
    }), LIMITS.meetingConsumersPerMessage),
  }),
  /** Told to the others, once. */
  meeting_react: z.strictObject({ emoji: z.string().check(z.minLength(1), z.maxLength(64)) }),
  /** At most every 5 s. */
  meeting_report_quality: connectionQualitySchema,
} as const;

/** What others need of somebody's track. `paused`: nothing is received. */
export interface ProducerInfo {
  producerId: string;
  participantId: string;
  kind: 'audio' | 'video';
  source: MediaSource;
  paused: boolean;
  /** Of a paused one: a host did it. */
  byHost?: boolean;
}

/** As `RTCIceServer`. */
export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

export interface AttachResult {
  /** Transports, producers and consumers of before are still there. */
  resumed: boolean;
  epoch: number;
  routerRtpCapabilities: unknown;
  iceServers: IceServer[];
  /** All of the meeting, mine included. */
  producers: ProducerInfo[];
  /** What I may send. */
  sources: MediaSource[];
  /**
   * A new link, where one was to begin and could: otherwise each part of it is asked for. Of every voice
   * and as many pictures as were wanted there is a consumer; pictures flow at once, in their smallest layer.
   */
  link?: { send: TransportOptions; receive: TransportOptions; consumers: ConsumerOptions[] };
}
export interface TransportOptions {
  id: string;
  iceParameters: unknown;
  iceCandidates: unknown[];
  dtlsParameters: unknown;
}
export interface ConsumerOptions {
  id: string;
  producerId: string;
  participantId: string;
  kind: 'audio' | 'video';
  source: MediaSource;
  type: string;
  rtpParameters: unknown;
  /** At this moment: by me, and by who sends. */
  paused: boolean;
  producerPaused: boolean;
}

/** What happens to the media of a meeting, to those who are attached. */
export type MediaEvent =
  /** Also when it is paused or resumed: the whole new state. */
  | { type: 'producer'; producer: ProducerInfo }
  | { type: 'producer_closed'; producerId: string; participantId: string }
  | { type: 'consumer_closed'; consumerId: string }
  /** What arrives of it now; null: nothing. */
  | { type: 'consumer_layers'; consumerId: string; spatialLayer: number | null; temporalLayer: number | null }
  /** 0 (nothing arrives) to 10. */
  | { type: 'score'; consumerId: string; score: number }
  /** How loud they are: dBov, -127 to 0; those that are not named are silent. */
  | { type: 'levels'; levels: { participantId: string; volume: number }[] }
  | { type: 'active_speaker'; participantId: string | null }
  /** To who sends: the highest layer of their video that somebody watches; -1: nobody does. */
  | { type: 'wanted_layers'; producerId: string; spatialLayer: number }
  /** Somebody's connection: false while their media doesn't reach the server. */
  | { type: 'connection'; participantId: string; connected: boolean }
  | { type: 'transport_closed'; transportId: string }
  /** What I may send has changed. */
  | { type: 'sources'; sources: MediaSource[] }
  /**
   * The meeting's media is at another place, or begins anew: attach again. `drain`: the old one
   * still runs, so make the new before breaking it.
   */
  | { type: 'moved'; reason: 'drain' | 'lost' };

/** Results of `MEETING_MESSAGES`; those that are not named answer `{}`. */
export interface MeetingMessageResults {
  meeting_prepare: { routerRtpCapabilities: unknown };
  meeting_attach: AttachResult;
  meeting_detach: Record<string, never>;
  meeting_create_transport: TransportOptions;
  meeting_connect_transport: Record<string, never>;
  meeting_restart_ice: { iceParameters: unknown };
  meeting_produce: { producerId: string };
  meeting_update_producer: Record<string, never>;
  meeting_consume: { consumers: ConsumerOptions[] };
  meeting_update_consumers: Record<string, never>;
  meeting_react: Record<string, never>;
  meeting_report_quality: Record<string, never>;
}
