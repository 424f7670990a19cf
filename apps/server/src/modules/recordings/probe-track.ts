import type { RecordedTrack } from '@parvis/sfu-protocol';
import type { Span } from './plan-picture.ts';
import { type Programs, runProgram } from './run-program.ts';

/** A camera of which nothing came for so long was off: its last picture is not shown any longer. Milliseconds. */
const CAMERA_OFF_MS = 2_500;

/**
 * When there is something in a track's file, since the recording's start; null when it can't be read.
 * A shared screen that doesn't change sends nothing: it is there from first to last.
 */
export async function probeTrack(programs: Programs, file: string, { kind, source, startMs, endMs }: RecordedTrack, signal: AbortSignal): Promise<Span[] | null> {
  const args = ['-v', 'error', '-select_streams', kind === 'audio' ? 'a:0' : 'v:0', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file];
  const { code, stdout } = await runProgram(programs.ffprobe, args, signal);
  const times = stdout.split('\n').map((line) => Number.parseFloat(line) * 1_000).filter(Number.isFinite);
  const first = Math.min(...times.slice(0, 100));
  if (code !== 0 || times.length === 0) return null;
  const last = Math.max(endMs, startMs + 1);
  if (source !== 'camera') return [{ from: startMs, to: last }];
  const spans: Span[] = [];
  for (const time of times.map((each) => Math.round(each - first + startMs)).sort((a, b) => a - b)) {
    const current = spans.at(-1);
    if (current && time - current.to < CAMERA_OFF_MS) current.to = time;
    else spans.push({ from: time, to: time });
  }
  // Its last picture is there for as long as the next would have taken.
  return spans.map(({ from, to }) => ({ from, to: Math.min(to + 200, Math.max(last, to)) })).filter(({ from, to }) => to > from);
}
