import classes from './voice-player.module.css';

interface WaveformProps {
  /** From 0 to 100, in order of time. */
  peaks: readonly number[];
  /** Milliseconds. */
  duration: number;
  position: number;
  label: string;
  onSeek?: (position: number) => void;
}

const STEP = 1_000;

/** How loud it is over its time; with `onSeek`, a slider. */
export function Waveform({ peaks, duration, position, label, onSeek }: WaveformProps) {
  const played = duration === 0 ? 0 : position / duration;
  return (
    <span className={classes.wave}>
      <svg className={classes.bars} viewBox={`0 0 ${Math.max(1, peaks.length) * 4} 32`} preserveAspectRatio="none" aria-hidden>
        {peaks.map((peak, index) => {
          const height = Math.max(2, (peak / 100) * 30);
          // Peaks have no identity but their place.
          return <rect key={index} x={index * 4} y={16 - height / 2} width={2.5} height={height} rx={1.2} data-played={index < played * peaks.length || undefined} />;
        })}
      </svg>
      {onSeek && (
        <input
          type="range" className={classes.slider} min={0} max={Math.max(STEP, duration)} step={100} value={position} aria-label={label}
          aria-valuetext={`${Math.round(position / STEP)} s`} onChange={(event) => onSeek(Number(event.currentTarget.value))}
        />
      )}
    </span>
  );
}
