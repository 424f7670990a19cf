/** Notes of one ring: frequency in Hz, start and length in seconds. */
type Melody = readonly (readonly [frequency: number, start: number, length: number])[];

/** How often it comes again, in seconds, and how loud it is. */
interface Ring {
  readonly melody: Melody;
  readonly every: number;
  readonly loudness: number;
}

export const INCOMING: Ring = { melody: [[659.25, 0, 0.22], [783.99, 0.24, 0.22], [987.77, 0.48, 0.4], [783.99, 0.9, 0.3]], every: 2.4, loudness: 0.12 };
export const OUTGOING: Ring = { melody: [[440, 0, 0.9], [480, 0, 0.9]], every: 3, loudness: 0.04 };

const LEAD = 0.05;

/**
 * Rings until the returned function is called; silent at once then. Made by the browser itself, so
 * that there is no sound file to load. Silent too where the page was not touched yet.
 */
export function ring({ melody, every, loudness }: Ring): () => void {
  let context: AudioContext;
  try {
    context = new AudioContext();
  } catch {
    // A device without sound.
    return () => undefined;
  }
  const play = () => {
    for (const [frequency, start, length] of melody) {
      const at = context.currentTime + LEAD + start;
      const tone = new OscillatorNode(context, { frequency, type: 'sine' });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
      volume.gain.setValueAtTime(loudness, at + length * 0.6);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + length);
    }
  };
  play();
  const timer = setInterval(play, every * 1000);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
