import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The first of these programs that can be run; a bare name is looked up in PATH. */
export function findProgram(...candidates) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return candidates
    .filter(Boolean)
    .flatMap((candidate) => (path.isAbsolute(candidate) ? [candidate] : folders.map((folder) => path.join(folder, candidate))))
    .find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
