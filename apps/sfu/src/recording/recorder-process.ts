import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromRecorder, ToRecorder } from '../recorder/messages.ts';

/** Beside us once it is bundled; Node runs our sources as they are, too. */
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../recorder/recorder.ts' : './recorder.mjs', import.meta.url));

/** The process that writes a recording's files. */
export class RecorderProcess {
  readonly child: ChildProcess;
  /** It ended, and all that it said was heard: why. */
  readonly exited: Promise<string>;
  /** The first is `ready`. */
  onMessage: (message: FromRecorder) => void = () => undefined;

  constructor() {
    this.child = fork(program, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child.on('message', (message) => this.onMessage(message as FromRecorder));
    this.exited = ended(this.child);
  }

  tell(message: ToRecorder): void {
    // It may be dying: then its exit says so.
    if (this.child.connected) this.child.send(message, () => undefined);
  }
}

/** Its last messages may arrive after its exit: only when the line is closed, too, was everything heard. */
function ended(child: ChildProcess): Promise<string> {
  const closed = new Promise<string>((resolve) => child.once('close', (code, signal) => resolve(`the recorder ended (${signal ?? code})`)));
  const unheard = new Promise<void>((resolve) => child.once('disconnect', resolve));
  const failed = new Promise<string>((resolve) => child.on('error', (error) => resolve(error.message)));
  return Promise.race([Promise.all([closed, unheard]).then(([reason]) => reason), failed]);
}
