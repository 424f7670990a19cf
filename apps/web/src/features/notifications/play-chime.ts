/** Two soft tones, a fifth apart: frequency in Hz, start and length in seconds. */
const TONES = [[659.25, 0, 0.18], [987.77, 0.12, 0.28]] as const;
const LOUDNESS = 0.08;

let context: AudioContext | undefined;

/** Made by the browser itself, so there is no sound file to load. Silent before the first touch of the page. */
export function playChime(): void {
  try {
    context ??= new AudioContext();
    const { currentTime, destination } = context;
    for (const [frequency, start, length] of TONES) {
      const tone = new OscillatorNode(context, { frequency, type: 'sine' });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, currentTime + start);
      volume.gain.linearRampToValueAtTime(LOUDNESS, currentTime + start + 0.015);
      volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + start + length);
      tone.connect(volume).connect(destination);
      tone.start(currentTime + start);
      tone.stop(currentTime + start + length);
    }
  } catch {
    // A device without sound.
  }
}
