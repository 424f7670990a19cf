import { LIMITS } from '@parvis/contracts/limits';
import i18next from 'i18next';
import type { VoiceNote } from '../../sync/index.ts';
import { toPeaks } from './to-peaks.ts';

/** Looks at the level so often, in milliseconds. */
const LOOK_EVERY = 60;
const LEVELS_SHOWN = 64;
/** Opus in WebM or Ogg; Safari records AAC in MP4. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const;

export interface RecordingState {
  /** Milliseconds. */
  duration: number;
  /** The last levels, 0 to 100. */
  levels: number[];
}

export interface Recording {
  stop: () => Promise<{ file: File; voice: VoiceNote }>;
}

/**
 * Records the microphone until stopped; `signal` drops it. At the longest a message may be it calls `onFull`.
 * @throws DOMException NotAllowedError, NotFoundError … as getUserMedia does
 */
export async function startRecording(onState: (state: RecordingState) => void, onFull: () => void, signal: AbortSignal): Promise<Recording> {
  if (!('mediaDevices' in navigator)) throw new DOMException('media devices need a secure context', 'NotAllowedError');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
  const context = new AudioContext();
  const release = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    void context.close().catch(() => undefined);
  };
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType, audioBitsPerSecond: 32_000 });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));

  const levels: number[] = [];
  const samples = new Float32Array(analyser.fftSize);
  const since = performance.now();
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    levels.push(levelOf(samples));
    const duration = performance.now() - since;
    onState({ duration, levels: levels.slice(-LEVELS_SHOWN) });
    if (duration >= LIMITS.voiceMs - 1_000) onFull();
  }, LOOK_EVERY);
  signal.addEventListener('abort', release);
  if (signal.aborted) {
    release();
    throw signal.reason as Error;
  }
  recorder.start(1_000);

  let stopped: Promise<{ file: File; voice: VoiceNote }> | undefined;
  const stop = async () => {
    const duration = Math.max(1, Math.min(LIMITS.voiceMs, Math.round(performance.now() - since)));
    await new Promise((resolve) => {
      recorder.addEventListener('stop', resolve, { once: true });
      recorder.stop();
    });
    release();
    const type = recorder.mimeType.split(';')[0] ?? 'audio/webm';
    const extension = type === 'audio/mp4' ? 'm4a' : type === 'audio/ogg' ? 'ogg' : 'webm';
    return {
      file: new File(pieces, `${i18next.t('files:voice.name')}.${extension}`, { type }),
      voice: { duration, waveform: toPeaks(levels, LIMITS.waveformPeaks) },
    };
  };
  return { stop: () => (stopped ??= stop()) };
}

/** How loud, from 0 to 100, as it is heard: in decibels. */
function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 20 * Math.log10(Math.sqrt(sum / samples.length) + 1e-6);
  return Math.round(Math.min(1, Math.max(0, (decibels + 55) / 45)) * 100);
}
