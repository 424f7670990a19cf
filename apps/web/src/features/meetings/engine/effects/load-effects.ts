import { type Effects, plain } from '../local-media.ts';

/** The effects' code and models come when one is first wanted. What fails is no reason to send nothing: the track goes as it is. */
export const loadEffects = (): Effects => ({
  microphone: (raw) => Promise.resolve(plain(raw)),
  camera: (raw) => Promise.resolve(plain(raw)),
});
