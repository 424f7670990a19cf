import { spawn } from 'node:child_process';
import path from 'node:path';
import { ELEMENTS } from './pipeline.ts';

/** A program of GStreamer; `folder`: where it is, or empty for PATH. */
export const programIn = (folder: string, name: 'gst-launch-1.0' | 'gst-inspect-1.0'): string => path.join(folder, name);

/** What is put before a program so that it ends with us, however we end. */
export const ENDS_WITH_US = ['setpriv', '--pdeathsig', 'KILL'] as const;

/** Whether GStreamer is there, with all that recording takes. */
export async function hasGstreamer(folder: string): Promise<boolean> {
  for (const element of ELEMENTS) if (!(await succeeds(programIn(folder, 'gst-inspect-1.0'), '--exists', element))) return false;
  return true;
}

function succeeds(program: string, ...args: string[]): Promise<boolean> {
  const [command, ...before] = ENDS_WITH_US;
  return new Promise((resolve) => {
    const child = spawn(command, [...before, program, ...args], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
