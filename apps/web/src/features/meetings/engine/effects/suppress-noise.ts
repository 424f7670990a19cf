import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';
import plainUrl from '@sapphi-red/web-noise-suppressor/rnnoise.wasm?url';
import simdUrl from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url';
import workletUrl from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url';
import type { Capture } from '../captured-device.ts';

/** RNNoise was trained at this rate only. */
const SAMPLE_RATE = 48_000;
/** Milliseconds: a context that is not allowed to run yet would send silence. */
const PATIENCE = 1_000;

/** Rejects where it can't run here and now. */
export async function suppressNoise(raw: MediaStreamTrack): Promise<Capture> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive' });
  try {
    const [wasmBinary] = await Promise.all([loadRnnoise({ url: plainUrl, simdUrl }), context.audioWorklet.addModule(workletUrl)]);
    await running(context);
    const source = context.createMediaStreamSource(new MediaStream([raw]));
    const suppressor = new RnnoiseWorkletNode(context, { maxChannels: 1, wasmBinary });
    const sink = context.createMediaStreamDestination();
    source.connect(suppressor).connect(sink);
    return {
      raw, output: sink.stream.getAudioTracks()[0]!,
      stop: () => {
        raw.stop();
        suppressor.destroy();
        void context.close();
      },
    };
  } catch (error) {
    void context.close();
    throw error;
  }
}

async function running(context: AudioContext): Promise<void> {
  if (context.state === 'running') return;
  const late = new Promise<never>((_, reject) => setTimeout(() => {
    reject(new Error('the browser lets no sound be made yet'));
  }, PATIENCE));
  await Promise.race([context.resume(), late]);
}
