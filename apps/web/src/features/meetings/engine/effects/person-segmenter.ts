import createModule from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js';

/** Of the model's picture. */
export const WIDTH = 256;
export const HEIGHT = 144;

/** MediaPipe's selfie segmentation (landscape) in TensorFlow Lite: from a small picture, how surely each pixel is of a person. */
export interface Segmenter {
  /** RGBA in; 0 to 1 for each pixel out, valid until the next call. */
  segment(rgba: Uint8ClampedArray): Float32Array;
}

export async function loadSegmenter(modelUrl: string, wasmUrl: string): Promise<Segmenter> {
  const [wasmBinary, model] = await Promise.all([bytesAt(wasmUrl), bytesAt(modelUrl)]);
  const tflite = await createModule({ wasmBinary });
  tflite.HEAPU8.set(new Uint8Array(model), tflite._getModelBufferMemoryOffset());
  if (tflite._loadModel(model.byteLength) !== 0) throw new Error('the model can not be read');
  const input = tflite._getInputMemoryOffset() / 4;
  const output = tflite._getOutputMemoryOffset() / 4;
  return {
    segment: (rgba) => {
      const { HEAPF32 } = tflite;
      for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel += 1) {
        for (let colour = 0; colour < 3; colour += 1) HEAPF32[input + pixel * 3 + colour] = rgba[pixel * 4 + colour]! / 255;
      }
      tflite._runInference();
      return tflite.HEAPF32.subarray(output, output + WIDTH * HEIGHT);
    },
  };
}

async function bytesAt(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}
