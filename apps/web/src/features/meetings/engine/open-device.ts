import { MissingDevices } from './device-problem.ts';
import type { DeviceChoice } from './types.ts';

/** What browsers say of a device that isn't there (W3C mediacapture-streams). */
const GONE: readonly string[] = ['OverconstrainedError', 'NotFoundError'];

function mediaDevices(): MediaDevices {
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (devices === undefined) throw new MissingDevices();
  return devices;
}

/**
 * The chosen device and no other: one that is only preferred, Chromium leaves for the system's default.
 * One that is gone gives way to another: better heard by the wrong one than not at all.
 */
async function open(deviceId: string | null, constraints: (device: MediaTrackConstraints) => MediaStreamConstraints): Promise<MediaStream> {
  const devices = mediaDevices();
  if (deviceId === null) return devices.getUserMedia(constraints({}));
  try {
    return await devices.getUserMedia(constraints({ deviceId: { exact: deviceId } }));
  } catch (error) {
    if (!GONE.includes((error as DOMException).name)) throw error;
    return devices.getUserMedia(constraints({}));
  }
}

/** Rejects with the browser's `DOMException` or with `MissingDevices`. */
export async function openMicrophone({ microphoneId, noiseSuppression }: DeviceChoice): Promise<MediaStreamTrack> {
  const stream = await open(microphoneId, (device) => ({
    // Ours and the browser's suppression, one after the other, swallow the ends of words.
    audio: { ...device, echoCancellation: true, autoGainControl: true, noiseSuppression: !noiseSuppression, channelCount: { ideal: 1 } },
  }));
  return stream.getAudioTracks()[0]!;
}

export async function openCamera({ cameraId }: DeviceChoice): Promise<MediaStreamTrack> {
  const stream = await open(cameraId, (device) => ({
    video: { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
  }));
  return stream.getVideoTracks()[0]!;
}

export interface OpenScreen {
  video: MediaStreamTrack;
  audio: MediaStreamTrack | null;
}

/** Text is to be read: all of its pixels, few pictures a second. Null when the person thought better of it. */
export async function openScreen(): Promise<OpenScreen | null> {
  const devices = mediaDevices() as Partial<MediaDevices>;
  if (devices.getDisplayMedia === undefined) throw new MissingDevices();
  const options = {
    video: { frameRate: { max: 5 } },
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    systemAudio: 'include', surfaceSwitching: 'include', selfBrowserSurface: 'exclude',
  };
  try {
    const stream = await devices.getDisplayMedia.call(navigator.mediaDevices, options);
    const video = stream.getVideoTracks()[0]!;
    video.contentHint = 'detail';
    return { video, audio: stream.getAudioTracks()[0] ?? null };
  } catch (error) {
    if ((error as DOMException).name === 'NotAllowedError') return null;
    throw error;
  }
}
