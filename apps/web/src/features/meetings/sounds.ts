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

function playOnce(melody: Melody, loudness: number, to: AudioNode): void {
  const { context } = to;
  for (const [frequency, start, length] of melody) {
    const at = context.currentTime + LEAD + start;
    const tone = new OscillatorNode(context, { frequency, type: 'sine' });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
    volume.gain.setValueAtTime(loudness, at + length * 0.6);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
    tone.connect(volume).connect(to);
    tone.start(at);
    tone.stop(at + length);
  }
}

/** Plays once from this speaker, to be heard whether it is the right one; null: the system's default. */
export async function chime(speakerId: string | null): Promise<void> {
  const context = new AudioContext();
  const out = new MediaStreamAudioDestinationNode(context);
  const element = new Audio();
  element.srcObject = out.stream;
  try {
    if (speakerId !== null) await element.setSinkId(speakerId).catch(() => undefined);
    await element.play();
    playOnce(INCOMING.melody, INCOMING.loudness, out);
    await new Promise((done) => { setTimeout(done, INCOMING.every * 1000); });
  } catch {
    // A device without sound: silence is the answer.
  } finally {
    await context.close();
  }
}

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
  const play = () => playOnce(melody, loudness, context.destination);
  play();
  const timer = setInterval(play, every * 1000);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
