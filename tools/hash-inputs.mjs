import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const notAnInput = /^(dist|node_modules|coverage|\..*)$|\.(spec|e2e)\.tsx?$|\.md$/;

/** A hash over the content of everything that the build of `project` reads. */
export function hashInputs(project) {
  const hash = createHash('sha256');
  const libraries = readdirSync(path.join(root, 'libs')).map((name) => `libs/${name}`);
  for (const place of ['package-lock.json', 'tsconfig.base.json', ...libraries, project]) add(hash, place);
  return hash.digest('hex');
}

function add(hash, relative) {
  for (const file of filesBelow(relative)) {
    hash.update(file).update('\0').update(readFileSync(path.join(root, file))).update('\0');
  }
}

function filesBelow(relative) {
  let entries;
  try {
    entries = readdirSync(path.join(root, relative), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [relative];
    throw error;
  }
  return entries
    .filter((entry) => !notAnInput.test(entry.name) && (entry.isDirectory() || entry.isFile()))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(`${relative}/${entry.name}`));
}
