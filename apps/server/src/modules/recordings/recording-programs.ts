import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { type Programs, runProgram } from './run-program.ts';

const PATIENCE_MS = 10_000;

/** What composes recordings: Debian's ffmpeg, or another in PATH. */
@Injectable()
export class RecordingPrograms implements Programs {
  readonly ffmpeg = 'ffmpeg';
  readonly ffprobe = 'ffprobe';

  constructor(private readonly config: Config) {}

  /** Whether they can be run where background work is done, as far as this process knows. */
  async areHere(): Promise<boolean> {
    if (!this.config.roles.has('worker')) return true;
    const runs = async (program: string) => (await runProgram(program, ['-version'], AbortSignal.timeout(PATIENCE_MS))).code === 0;
    try {
      return (await runs(this.ffmpeg)) && (await runs(this.ffprobe));
    } catch {
      return false;
    }
  }
}
