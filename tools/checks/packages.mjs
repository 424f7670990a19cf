import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';

/** Folders of all workspaces, relative to the root. */
export function packages() {
  return ['libs', 'apps', 'e2e']
    .flatMap((group) => readdirSync(path.join(root, group)).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(path.join(root, folder, 'tsconfig.json')));
}
