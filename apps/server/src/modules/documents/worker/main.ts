import { digest, merge } from './digest.ts';

/** Work on whole documents, beside the server's own thread. */
export type DocumentTask = { kind: 'digest' | 'merge'; updates: Uint8Array[] };

export function run({ kind, updates }: DocumentTask): unknown {
  return kind === 'digest' ? digest(updates) : merge(updates);
}
