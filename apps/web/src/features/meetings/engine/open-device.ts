import { MissingDevices } from './device-problem.ts';
import type { DeviceChoice } from './types.ts';

function mediaDevices(): MediaDevices {
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (devices === undefined) throw new MissingDevices();
  return devices;
}

/** A remembered device that is gone gives way to another: better heard by the wrong one than not at all. */
const preferred = (deviceId: string | null) => (deviceId === null ? {} : { deviceId: { ideal: deviceId } });

/** Rejects with the browser's `DOMException` or with `MissingDevices`. */
export async function openMicrophone({ microphoneId, noiseSuppression }: DeviceChoice): Promise<MediaStreamTrack> {
  const stream = await mediaDevices().getUserMedia({
    // Ours and the browser's suppression, one after the other, swallow the ends of words.
    audio: { ...preferred(microphoneId), echoCancellation: true, autoGainControl: true, noiseSuppression: !noiseSuppression, channelCount: { ideal: 1 } },
  });
  return stream.getAudioTracks()[0]!;
}

export async function openCamera({ cameraId }: DeviceChoice): Promise<MediaStreamTrack> {
  const stream = await mediaDevices().getUserMedia({
    video: { ...preferred(cameraId), width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
  });
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
