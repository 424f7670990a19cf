import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { type Programs, runProgram } from './run-program.ts';

const PATIENCE_MS = 10_000;
/** Those that are missing may be installed while we run. */
const LOOK_AGAIN_MS = 15_000;

/** What composes recordings: Debian's ffmpeg, or another in PATH. */
@Injectable()
export class RecordingPrograms implements Programs {
  readonly ffmpeg = 'ffmpeg';
  readonly ffprobe = 'ffprobe';

  private seen: { areHere: Promise<boolean>; again: number } | undefined;

  constructor(private readonly config: Config) {}

  /** Whether they can be run where background work is done, as far as this process knows. */
  async areHere(): Promise<boolean> {
    if (!this.config.roles.has('worker')) return true;
    if (!this.seen || performance.now() > this.seen.again) this.seen = { areHere: this.look(), again: performance.now() + LOOK_AGAIN_MS };
    return this.seen.areHere;
  }

  private async look(): Promise<boolean> {
    const runs = async (program: string) => (await runProgram(program, ['-version'], AbortSignal.timeout(PATIENCE_MS))).code === 0;
    try {
      return (await runs(this.ffmpeg)) && (await runs(this.ffprobe));
    } catch {
      return false;
    }
  }
}
