import type { RecordingManifest } from '@parvis/sfu-protocol';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filterGraph, FRAMES_PER_SECOND } from './filter-graph.ts';
import { InputFiles } from './input-files.ts';
import { type People, placeVideo } from './place-video.ts';
import { probeTrack, type ReadableTrack } from './probe-track.ts';
import { type Programs, runProgram } from './run-program.ts';

/** From here on, options that are read from files are written with a slash. */
const SLASH_OPTIONS = 7;
/** Before and after. */
const VERSION = /ffmpeg version n?(\d+)/;

export class ComposingError extends Error {}

/**
 * Makes one video (MP4: H.264, AAC) of a recording's tracks, which lie in `folder` under their own
 * names. Tracks that can't be read are left out. `people` are named in it, and those whose camera is off
 * have a card.
 * @returns the file, in the same folder
 * @throws ComposingError when no track can be read, or ffmpeg fails
 */
export async function composeVideo(programs: Programs, folder: string, manifest: RecordingManifest, people: People, signal: AbortSignal): Promise<string> {
  const readable = await readTracks(programs, folder, manifest, signal);
  if (readable.length === 0) throw new ComposingError('none of its tracks can be read');
  const durationMs = Math.max(manifest.durationMs, 1_000);
  const heard = readable.filter(({ track }) => track.kind === 'audio');
  const seen = await placeVideo(readable, manifest, durationMs, people, folder);
  const files = new InputFiles([...heard, ...seen]);
  const video = seen.map(({ placement, isStill, names }, index) => ({
    input: heard.length + index, placement, isStill,
    names: Object.fromEntries(Object.entries(names).map(([size, file]) => [size, files.numberOf(file)])),
  }));
  const graph = path.join(folder, 'graph.txt');
  await writeFile(graph, filterGraph({ audio: heard.map((_, index) => index), video, durationMs }));
  const output = path.join(folder, 'recording.mp4');
  const args = [
    '-nostdin', '-hide_banner', '-v', 'error', '-y', ...files.args,
    await graphOption(programs, signal), graph, '-map', '[picture]', '-map', '[sound]',
    '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '25', '-r', String(FRAMES_PER_SECOND), '-c:a', 'aac', '-b:a', '128k',
    '-t', (durationMs / 1_000).toFixed(3), '-movflags', '+faststart', output,
  ];
  const { code, stderr } = await runProgram(programs.ffmpeg, args, signal);
  if (code !== 0) throw new ComposingError(`ffmpeg ended with ${code}: ${stderr.trim()}`);
  return output;
}

async function readTracks(programs: Programs, folder: string, { tracks }: RecordingManifest, signal: AbortSignal): Promise<ReadableTrack[]> {
  const readable: ReadableTrack[] = [];
  for (const track of tracks) {
    const file = path.join(folder, track.file);
    const probed = await probeTrack(programs, file, track, signal);
    if (probed && probed.spans.length > 0) readable.push({ track, file, ...probed });
  }
  return readable;
}

async function graphOption(programs: Programs, signal: AbortSignal): Promise<string> {
  const { stdout } = await runProgram(programs.ffmpeg, ['-version'], signal);
  return Number(VERSION.exec(stdout)?.[1] ?? 0) >= SLASH_OPTIONS ? '-/filter_complex' : '-filter_complex_script';
}
