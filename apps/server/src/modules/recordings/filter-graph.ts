import type { Placement, Span } from './plan-picture.ts';
import { PLATE_HEIGHTS, type TileSize } from './render-person.ts';

/** Pixels. */
export const WIDTH = 1280;
export const HEIGHT = 720;
const SMALL = { width: 256, height: 144 };
const BACKGROUND = '0x16181d';

export const FRAMES_PER_SECOND = 25;

/** Of a plate to the edges of its tile. */
const MARGINS: Record<TileSize, number> = { large: 20, small: 7 };

/** Numbers of ffmpeg's inputs, in whose times the recording's start is 0. */
export interface PlacedVideo {
  input: number;
  placement: Placement;
  /** One picture, that stays. */
  isStill: boolean;
  /** The plates with its person's name. */
  names: Partial<Record<TileSize, number>>;
}

export interface GraphInputs {
  audio: readonly number[];
  video: readonly PlacedVideo[];
  durationMs: number;
}

/**
 * ffmpeg's filters for a recording, to `[picture]` and `[sound]`: each track is read once, laid over
 * an empty stage where and when it is to be seen, and all that is heard is mixed.
 */
export function filterGraph({ audio, video, durationMs }: GraphInputs): string {
  const withStrip = video.some(({ placement }) => placement.small.length > 0);
  const large = { width: withStrip ? WIDTH - SMALL.width : WIDTH, height: HEIGHT };
  const chains = [`color=c=${BACKGROUND}:s=${WIDTH}x${HEIGHT}:r=${FRAMES_PER_SECOND}:d=${seconds(durationMs)}[stage0]`];
  let stage = 0;
  const lay = (from: string, isStill: boolean, spans: readonly Span[], x: number, y: string) => {
    chains.push(`[stage${stage}][${from}]overlay=x=${x}:y='${y}':eof_action=${isStill ? 'repeat' : 'pass'}:enable='${during(spans)}'[stage${stage + 1}]`);
    stage += 1;
  };
  for (const { input, placement, isStill, names } of video) {
    const seen = [placement.large.length > 0 && `large${input}`, placement.small.length > 0 && `small${input}`].filter((name) => name !== false);
    if (seen.length === 0) continue;
    const sources = seen.length === 1 ? [`${input}:v:0`] : seen.map((name) => `of_${name}`);
    if (seen.length > 1) chains.push(`[${input}:v:0]split${sources.map((name) => `[${name}]`).join('')}`);
    for (const [index, name] of seen.entries()) {
      const size = name.startsWith('large') ? 'large' : 'small';
      const tile = size === 'large' ? large : SMALL;
      const [x, y] = size === 'large' ? [0, '0'] : [WIDTH - SMALL.width, placement.small.map(({ place, ...span }) => `${place * SMALL.height}*${during([span])}`).join('+')];
      chains.push(`[${sources[index]}]${fit(tile)}[${name}]`);
      lay(name, isStill, placement[size], x, y);
      if (names[size] !== undefined) lay(`${names[size]}:v:0`, true, placement[size], x + MARGINS[size], `${y}+${tile.height - MARGINS[size] - PLATE_HEIGHTS[size]}`);
    }
  }
  chains.push(`[stage${stage}]format=yuv420p[picture]`, ...sound(audio, durationMs));
  return chains.join(';\n');
}

/** Its size may change in the middle: who sends adapts to the line. */
const fit = ({ width, height }: { width: number; height: number }): string =>
  `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2,pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:eval=frame:color=${BACKGROUND},setsar=1`;

/** What is missing in a track, because nothing was sent or it was lost, becomes silence of the same length. */
function sound(audio: readonly number[], durationMs: number): string[] {
  if (audio.length === 0) return [`anullsrc=r=48000:cl=stereo:d=${seconds(durationMs)}[sound]`];
  const filled = audio.map((input) => `[${input}:a:0]aresample=48000:async=1:min_hard_comp=0.03:first_pts=0,aformat=channel_layouts=stereo[heard${input}]`);
  const all = audio.map((input) => `[heard${input}]`).join('');
  return [...filled, `${all}amix=inputs=${audio.length}:normalize=0:dropout_transition=0,alimiter=limit=0.95,apad=whole_dur=${seconds(durationMs)}[sound]`];
}

const during = (spans: readonly Span[]): string => `(${spans.map(({ from, to }) => `gte(t,${seconds(from)})*lt(t,${seconds(to)})`).join('+')})`;

const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
