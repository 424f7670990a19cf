import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { RunAs } from './run-as.ts';

/** Whether `runAs` may pass through every folder down to `target` (mode bits only: no ACLs). */
export async function isReachable(target: string, runAs: RunAs): Promise<boolean> {
  if (runAs.uid === undefined) return true;
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const { uid, gid, mode } = await stat(folder);
    const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
