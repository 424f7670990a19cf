import { spawn, type ChildProcess } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { ENDS_WITH_US, programIn } from './gstreamer.ts';
import { pipelineOf, type PipelineOptions } from './pipeline.ts';

/** For what it holds to be written. */
const PATIENCE_MS = 10_000;
/** One that nothing came to doesn't notice that it shall end. */
const EMPTY_PATIENCE_MS = 1_000;
const KEPT_ERRORS = 8_000;

export interface TrackWriterOptions extends Omit<PipelineOptions, 'file'> {
  /** Folder of GStreamer's programs, or empty. */
  readonly gstreamer: string;
  /** Absolute. */
  readonly file: string;
}

/** The process of GStreamer that writes one track's packets to its file. */
export class TrackWriter {
  readonly child: ChildProcess;
  /** It takes packets: when its file's clock stood at 0 (performance.now); undefined when it ended before. */
  readonly began: Promise<number | undefined>;
  /** Its file is closed: why, where it wasn't asked to. */
  readonly ended: Promise<string>;
  private readonly file: string;
  private errors = '';

  constructor({ gstreamer, file, ...options }: TrackWriterOptions) {
    this.file = file;
    const [command, ...before] = ENDS_WITH_US;
    const args = [...before, programIn(gstreamer, 'gst-launch-1.0'), '-e', ...pipelineOf({ ...options, file: path.basename(file) })];
    // In a group of its own: the host decides when it ends, not a Ctrl+C that reaches both.
    this.child = spawn(command, args, { cwd: path.dirname(file), detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors = (this.errors + text).slice(-KEPT_ERRORS);
    });
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(error.message));
      this.child.once('close', (code, signal) => resolve(this.reason(signal ?? code)));
    });
    this.began = Promise.race([this.plays(), this.ended.then(() => undefined)]);
  }

  /** It ended since a file of H.264 can't change its size: the next one can have another. */
  get needsNextFile(): boolean {
    return this.errors.includes('Caps changes are not supported');
  }

  /** All that reached it is in the file. */
  async close(): Promise<void> {
    const { size } = await stat(this.file).catch(() => ({ size: 0 }));
    this.child.kill('SIGINT');
    const patience = setTimeout(() => this.child.kill('SIGKILL'), size === 0 ? EMPTY_PATIENCE_MS : PATIENCE_MS);
    await this.ended;
    clearTimeout(patience);
  }

  /** It says so in the moment in which its clock begins. */
  private plays(): Promise<number> {
    return new Promise((resolve) => {
      let said = '';
      this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('pipeline to PLAYING')) resolve(performance.now());
      });
    });
  }

  /** As of "ERROR: from element /GstPipeline:pipeline0/GstFileSink:filesink0: No space left on the resource." */
  private reason(end: string | number | null): string {
    return /^ERROR: from element \S+: (.+)$/m.exec(this.errors)?.[1] ?? `the recorder ended (${end})`;
  }
}
