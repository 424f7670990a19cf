import { spawn } from 'node:child_process';

export interface Programs {
  ffmpeg: string;
  ffprobe: string;
}

export interface ProgramEnd {
  code: number;
  stdout: string;
  /** The end of it. */
  stderr: string;
}

const KEPT_STDERR = 4_000;
const MOST_STDOUT = 64 * 1024 * 1024;

/** Runs a program at the lowest priority: people talk on the same machine. @throws when it isn't there or the signal ended it */
export function runProgram(program: string, args: readonly string[], signal: AbortSignal): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '19', program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < MOST_STDOUT) stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-KEPT_STDERR);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
