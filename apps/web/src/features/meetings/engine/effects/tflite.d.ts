declare module '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js' {
  interface TfLite {
    HEAPU8: Uint8Array;
    HEAPF32: Float32Array;
    _getModelBufferMemoryOffset(): number;
    _loadModel(bytes: number): number;
    _getInputMemoryOffset(): number;
    _getOutputMemoryOffset(): number;
    _runInference(): number;
  }
  const createModule: (options: { wasmBinary: ArrayBuffer }) => Promise<TfLite>;
  export default createModule;
}
