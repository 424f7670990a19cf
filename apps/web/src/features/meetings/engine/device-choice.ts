import type { DeviceChoice } from './types.ts';

const KEY = 'parvis-meeting-devices';

export const noChoice: DeviceChoice = { microphoneId: null, cameraId: null, speakerId: null, noiseSuppression: false, backgroundBlur: false };

/** What was chosen on this device before. */
export function rememberedChoice(): DeviceChoice {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof DeviceChoice, unknown>>;
    const idOf = (value: unknown) => (typeof value === 'string' ? value : null);
    return {
      microphoneId: idOf(kept.microphoneId), cameraId: idOf(kept.cameraId), speakerId: idOf(kept.speakerId),
      noiseSuppression: kept.noiseSuppression === true, backgroundBlur: kept.backgroundBlur === true,
    };
  } catch {
    return noChoice;
  }
}

export function rememberChoice(choice: DeviceChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Not kept on this device: chosen again next time.
  }
}
