import type { OwnMedia } from './local-media.ts';

const KEY = 'parvis-meeting-sending';

export interface RememberedSending {
  readonly meetingId: string;
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** Null: in no meeting any more. */
export function rememberSending(meetingId: string | null, own: OwnMedia): void {
  try {
    if (meetingId === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ meetingId, microphone: own.microphone.isWanted, camera: own.camera.isWanted } satisfies RememberedSending));
  } catch {
    // Without storage a reload asks again what to send.
  }
}

/** Of a tab that crashed or was reloaded in a meeting: which, and what it sent. */
export function rememberedSending(): RememberedSending | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<RememberedSending> | null;
    if (typeof kept?.meetingId !== 'string') return null;
    return { meetingId: kept.meetingId, microphone: kept.microphone === true, camera: kept.camera === true };
  } catch {
    return null;
  }
}
