import type { Api, Clock, SocketDoor } from '@parvis/client-sdk';
import type { MediaEvent, MediaSource, Participant, StreamEvent } from '@parvis/contracts';
import type { Heard } from './audio-output.ts';
import type { Outgoing } from './local-media.ts';
import type { MeetingLog } from './meeting-log.ts';
import type { LeftBecause, MediaWay, RemoteMedia } from './types.ts';

export interface SessionDeps {
  api: Api;
  door: SocketDoor;
  onEvent: (listener: (event: StreamEvent) => void) => () => void;
  clock: Clock;
  deviceId: () => Promise<string>;
}

export interface SessionHandlers {
  outgoing: (source: MediaSource) => Outgoing | null;
  stopByHost: (source: MediaSource) => void;
  onMe: (me: Participant) => void;
  onLog: (log: MeetingLog) => void;
  onMedia: (media: Readonly<Record<string, RemoteMedia>>, heard: readonly Heard[]) => void;
  onSources: (sources: readonly MediaSource[]) => void;
  onSignal: (event: Extract<MediaEvent, { type: 'levels' | 'active_speaker' | 'connection' }>) => void;
  onReaction: (participantId: string, emoji: string) => void;
  /** Once attached: whether media gets through, and whether I am in it well: not after a loss until it gets through again. */
  onWay: (way: MediaWay, well: boolean) => void;
  onProblem: (code: string | null) => void;
  onOver: (because: LeftBecause, code: string | null) => void;
}
