import modelUrl from '@twilio/video-processors/dist/build/selfie_segmentation_landscape.tflite?url';
import wasmUrl from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm?url';
import type { Capture } from '../captured-device.ts';
import { effectsHere } from './effects-here.ts';

/** What the worker is given; the streams are handed over to it. */
export interface BlurOrder {
  readonly frames: ReadableStream<VideoFrame>;
  readonly blurred: WritableStream<VideoFrame>;
  readonly modelUrl: string;
  readonly wasmUrl: string;
}

/** MediaStreamTrack Insertable Media Processing (W3C mediacapture-transform), as Chromium has it outside of workers. */
interface TransformGlobals {
  MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack; maxBufferSize?: number }) => { readable: ReadableStream<VideoFrame> };
  MediaStreamTrackGenerator: new (init: { kind: 'video' }) => MediaStreamTrack & { writable: WritableStream<VideoFrame> };
}

/** Resolves with the first blurred picture. Rejects where it can't be done: then nothing is to be sent. */
export async function blurBackground(raw: MediaStreamTrack): Promise<Capture> {
  if (!effectsHere.backgroundBlur) throw new DOMException('this browser gives no access to single pictures', 'NotSupportedError');
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as unknown as TransformGlobals;
  // One picture waits at most: a slow machine blurs fewer of them, and none late.
  const { readable: frames } = new MediaStreamTrackProcessor({ track: raw, maxBufferSize: 1 });
  const output = new MediaStreamTrackGenerator({ kind: 'video' });
  const worker = new Worker(new URL('./blur-worker.ts', import.meta.url), { type: 'module' });
  const stop = () => {
    raw.stop();
    output.stop();
    worker.terminate();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<{ failure: string | null }>) => {
        if (data.failure === null) resolve();
        else reject(new Error(data.failure));
      };
      worker.onerror = () => {
        reject(new Error('the worker did not start'));
      };
      const blurred = output.writable;
      worker.postMessage({ frames, blurred, modelUrl: new URL(modelUrl, location.href).href, wasmUrl: new URL(wasmUrl, location.href).href } satisfies BlurOrder, [frames, blurred]);
    });
  } catch (error) {
    stop();
    throw error;
  }
  return { raw, output, stop };
}
