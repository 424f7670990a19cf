import type { RecordedTrack } from '@parvis/sfu-protocol';
import type { Span } from './plan-picture.ts';
import { type Programs, runProgram } from './run-program.ts';

/** A camera of which nothing came for so long was off: its last picture is not shown any longer. Milliseconds. */
const CAMERA_OFF_MS = 2_500;

export interface ProbedTrack {
  /** Where its first packet lies: ffmpeg counts a file's times from there. Milliseconds since the recording's start, as all here. */
  fromMs: number;
  /** When there is something in it. */
  spans: Span[];
}

export interface ReadableTrack extends ProbedTrack {
  track: RecordedTrack;
  file: string;
}

/** What is in a track's file; null when it can't be read, or is empty. A shared screen that doesn't change sends nothing: it is there from first to last. */
export async function probeTrack(programs: Programs, file: string, { kind, source, startMs, endMs }: RecordedTrack, signal: AbortSignal): Promise<ProbedTrack | null> {
  const args = ['-v', 'error', '-select_streams', kind === 'audio' ? 'a:0' : 'v:0', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file];
  const { code, stdout } = await runProgram(programs.ffprobe, args, signal);
  const times = stdout.split('\n').map((line) => Math.round(Number.parseFloat(line) * 1_000 + startMs)).filter(Number.isFinite).sort((a, b) => a - b);
  const [fromMs] = times;
  if (code !== 0 || fromMs === undefined) return null;
  const last = Math.max(endMs, fromMs + 1);
  if (source !== 'camera') return { fromMs, spans: [{ from: fromMs, to: last }] };
  const shown: Span[] = [];
  for (const time of times) {
    const current = shown.at(-1);
    if (current && time - current.to < CAMERA_OFF_MS) current.to = time;
    else shown.push({ from: time, to: time });
  }
  // Its last picture is there for as long as the next would have taken.
  return { fromMs, spans: shown.map(({ from, to }) => ({ from, to: Math.min(to + 200, Math.max(last, to)) })).filter(({ from, to }) => to > from) };
}
