import type { ConnectionQuality, MediaSource, Meeting, Participant } from '@parvis/contracts';

/** Why a device gives no track; each has its own line in the interface. */
export type DeviceProblem = 'no_device' | 'busy' | 'denied' | 'insecure_page' | 'unsupported' | 'failed';

/** Somebody's track as it is received here. */
export interface RemoteTrack {
  readonly producerId: string;
  readonly source: MediaSource;
  /** Null while it isn't received: paused by who sends, or not asked for (off screen, audio only). */
  readonly track: MediaStreamTrack | null;
  /** Who sends it paused it, or a host did: the server passes nothing on. */
  readonly paused: boolean;
  readonly byHost: boolean;
  /** 0 (nothing arrives) to 10; null: not known yet. */
  readonly score: number | null;
  /** Of video: what arrives now. */
  readonly spatialLayer: number | null;
}

export type RemoteMedia = Readonly<Partial<Record<MediaSource, RemoteTrack>>>;

/** One of my own sources. `muted` by a host can only be resumed where the meeting allows it. */
export interface LocalSource {
  readonly state: 'off' | 'starting' | 'on' | 'muted' | 'muted_by_host' | 'failed';
  readonly problem: DeviceProblem | null;
  /** What is sent, after blur or noise suppression: to be previewed. */
  readonly track: MediaStreamTrack | null;
}

/** My screen shares come one by one: a second one replaces the first. */
export type LocalMedia = Readonly<Record<MediaSource, LocalSource>>;

export interface DeviceChoice {
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  /** Null: the system's default. Where the browser can't choose, there are no speakers to choose from. */
  readonly speakerId: string | null;
  readonly noiseSuppression: boolean;
  readonly backgroundBlur: boolean;
}
export interface DeviceList {
  readonly microphones: readonly MediaDeviceInfo[];
  readonly cameras: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
}

/** `idle`: in no meeting. `left`: was in one; `leftBecause` says why, until dismissed. */
export type MeetingPhase = 'idle' | 'joining' | 'waiting' | 'joined' | 'reconnecting' | 'left';
/** `unanswered`: a call that was over before anybody else came. `revoked`: its conversation is mine no more. */
export type LeftBecause = 'left' | 'ended' | 'unanswered' | 'removed' | 'revoked' | 'refused' | 'failed';
/** Of media to the server and back. `idle`: there is none to carry yet; `looking`: there is, and it doesn't get through now. */
export type MediaWay = 'idle' | 'looking' | 'open';
/** `low`: little video, in small; `audio_only`: none but shared screens. */
export type BandwidthMode = 'full' | 'low' | 'audio_only';

export interface Reaction {
  readonly id: number;
  readonly participantId: string;
  readonly emoji: string;
  /** `Date.now()`; shown for some seconds. */
  readonly at: number;
}

/** Everything that a screen shows of the meeting that this tab is in. Immutable; changes by replacement. */
export interface MeetingView {
  readonly phase: MeetingPhase;
  readonly leftBecause: LeftBecause | null;
  /** Code of the error catalogue, when joining or staying in it failed. */
  readonly problem: string | null;
  readonly meetingId: string | null;
  readonly meeting: Meeting | null;
  /** Mine, of this tab. */
  readonly me: Participant | null;
  /** In it, me included, in order of coming. */
  readonly participants: readonly Participant[];
  readonly waiting: readonly Participant[];
  /** By participant; not mine. */
  readonly media: Readonly<Record<string, RemoteMedia>>;
  /** Participants whose media doesn't reach the server now. */
  readonly disconnected: readonly string[];
  /** Of this device's own media. */
  readonly way: MediaWay;
  readonly local: LocalMedia;
  /** Participants who share a screen, me included, in the order that they began. */
  readonly sharing: readonly string[];
  /** What I may send. */
  readonly sources: readonly MediaSource[];
  readonly activeSpeakerId: string | null;
  readonly reactions: readonly Reaction[];
  readonly bandwidth: BandwidthMode;
  /** While it is held: the microphone is open only then. */
  readonly pushToTalk: boolean;
  /** Mine, measured every some seconds; null: not yet, or there is no way to measure. */
  readonly quality: ConnectionQuality | null;
}

/** How loud people are changes many times a second: it is told apart, so that nothing else renders. 0 to 1 by participant. */
export type Levels = Readonly<Record<string, number>>;

/** How a video is shown, for the layers to be asked for. CSS pixels. */
export interface TileSize {
  readonly width: number;
  readonly height: number;
  readonly visible: boolean;
}

export interface JoinOptions {
  readonly meetingId: string;
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** The one engine of a tab. Nothing here throws: what fails is in the view, or in the promise's `ApiProblem` where one is returned. */
export interface MeetingEngine {
  readonly view: () => MeetingView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly levels: () => Levels;
  readonly subscribeLevels: (listener: () => void) => () => void;

  /** Leaves the meeting before, if there is one. */
  join: (options: JoinOptions) => Promise<void>;
  leave: () => Promise<void>;
  /** From `left` back to `idle`. */
  dismiss: () => void;

  setMicrophone: (on: boolean) => Promise<void>;
  setCamera: (on: boolean) => Promise<void>;
  /** Asks the browser what to share, with its sound where there is some. */
  shareScreen: () => Promise<void>;
  stopSharing: () => Promise<void>;
  setPushToTalk: (on: boolean) => void;
  /** The key is down: only with push to talk. */
  talk: (down: boolean) => void;
  setBandwidth: (mode: BandwidthMode) => void;
  react: (emoji: string) => void;

  /** A tile that shows this producer says how, whenever that changes; null: it is gone. */
  showTile: (producerId: string, size: TileSize | null) => void;
  /** How good what I get of somebody is: percentages and kbit/s, asked for when shown. */
  qualityOf: (participantId: string) => Promise<{ kbps: number | null; loss: number | null; width: number | null; height: number | null; fps: number | null } | null>;

  /** Preview before joining and in the settings: the same tracks are sent afterwards. */
  preview: (wanted: { microphone: boolean; camera: boolean }) => Promise<void>;
  stopPreview: () => void;
  devices: () => DeviceList;
  subscribeDevices: (listener: () => void) => () => void;
  choice: () => DeviceChoice;
  readonly subscribeChoice: (listener: () => void) => () => void;
  /** Remembered on this device; swapped at once while in a meeting, without joining anew. */
  choose: (change: Partial<DeviceChoice>) => Promise<void>;
}
