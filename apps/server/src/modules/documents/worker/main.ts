import { digest, merge } from './digest.ts';
import { inspectUpdate } from './inspect-update.ts';
import { restore } from './restore.ts';

/** Work on whole documents, beside the server's own thread. */
export type DocumentTask =
  | { kind: 'digest' | 'merge'; updates: Uint8Array[] }
  | { kind: 'restore'; now: Uint8Array[]; then: Uint8Array[]; seed: Uint8Array }
  | { kind: 'inspect'; update: Uint8Array };

export function run(task: DocumentTask): unknown {
  switch (task.kind) {
    case 'digest': return digest(task.updates);
    case 'merge': return merge(task.updates);
    case 'restore': return restore(task.now, task.then, task.seed);
    case 'inspect': return inspectUpdate(task.update);
  }
}
