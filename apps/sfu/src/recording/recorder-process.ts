import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromRecorder, ToRecorder } from '../recorder/messages.ts';

/** Beside us once it is bundled; Node runs our sources as they are, too. */
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../recorder/recorder.ts' : './recorder.mjs', import.meta.url));

/** The process that writes a recording's files. */
export class RecorderProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<string>;
  /** The first is `ready`. */
  onMessage: (message: FromRecorder) => void = () => undefined;

  constructor() {
    this.child = fork(program, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child.on('message', (message) => this.onMessage(message as FromRecorder));
    // That it could not be started, or told something, ends in its exit as well.
    this.child.on('error', () => undefined);
    this.exited = once(this.child, 'close').then(([code, signal]: unknown[]) => `the recorder ended (${String(signal ?? code)})`);
  }

  tell(message: ToRecorder): void {
    // It may be dying: then its exit says so.
    if (this.child.connected) this.child.send(message, () => undefined);
  }
}
