import type { LocalMedia, LocalSource, MeetingView } from './types.ts';

export const offSource: LocalSource = { state: 'off', problem: null, track: null };
export const nothingSent: LocalMedia = { microphone: offSource, camera: offSource, screen: offSource, screen_audio: offSource };

/** In no meeting. */
export const emptyView: MeetingView = {
  phase: 'idle', leftBecause: null, problem: null, meetingId: null, meeting: null, me: null, participants: [], waiting: [], media: {}, disconnected: [], way: 'idle',
  local: nothingSent, sharing: [], sources: [], activeSpeakerId: null, reactions: [], bandwidth: 'full', pushToTalk: false, quality: null,
};
