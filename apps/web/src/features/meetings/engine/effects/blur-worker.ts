import type { BlurOrder } from './blur-background.ts';
import { FrameBlur } from './frame-blur.ts';
import { loadSegmenter } from './person-segmenter.ts';

const scope = globalThis as unknown as { onmessage: ((event: MessageEvent<BlurOrder>) => void) | null; postMessage: (message: { failure: string | null }) => void };

scope.onmessage = ({ data }) => {
  run(data).catch((error: unknown) => {
    scope.postMessage({ failure: String(error) });
  });
};

async function run({ frames, blurred, modelUrl, wasmUrl }: BlurOrder): Promise<void> {
  const blur = new FrameBlur(await loadSegmenter(modelUrl, wasmUrl));
  let first = true;
  await frames.pipeThrough(new TransformStream<VideoFrame, VideoFrame>({
    transform: (frame, controller) => {
      controller.enqueue(blur.apply(frame));
      if (first) scope.postMessage({ failure: null });
      first = false;
    },
  })).pipeTo(blurred);
}
