/** What this browser can do to a track before it is sent: where it can't, it is not offered. */
export const effectsHere = {
  get backgroundBlur(): boolean {
    return 'MediaStreamTrackProcessor' in globalThis && 'MediaStreamTrackGenerator' in globalThis && 'OffscreenCanvas' in globalThis;
  },
  get noiseSuppression(): boolean {
    return 'AudioWorkletNode' in globalThis && 'WebAssembly' in globalThis;
  },
};
