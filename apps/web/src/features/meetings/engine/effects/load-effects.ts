import { type Effects, plain } from '../local-media.ts';

/** The effects' code and models come when one is first wanted. */
export const loadEffects = (): Effects => ({
  // Better heard with noise than not at all.
  microphone: async (raw) => {
    try {
      const { suppressNoise } = await import('./suppress-noise.ts');
      return await suppressNoise(raw);
    } catch {
      return plain(raw);
    }
  },
  // Never the other way round with a picture: who hides their room must not be shown in it.
  camera: async (raw) => {
    try {
      const { blurBackground } = await import('./blur-background.ts');
      return await blurBackground(raw);
    } catch (error) {
      raw.stop();
      throw error;
    }
  },
});
