import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of this repository. */
export const repositoryRoot = resolve(import.meta.dirname, '../../../..');

export interface Manifest {
  name?: string;
  workspaces?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

export interface LockedPackage {
  version?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8'));
}

export function readManifest(directory = '.'): Manifest {
  return readJson(join(directory, 'package.json')) as Manifest;
}

/** Installed packages of package-lock.json by name; a name with several entries has several copies. */
export function lockedPackages(): Map<string, LockedPackage[]> {
  const { packages } = readJson('package-lock.json') as { packages: Record<string, LockedPackage> };
  const byName = new Map<string, LockedPackage[]>();
  for (const [path, locked] of Object.entries(packages)) {
    const at = path.lastIndexOf('node_modules/');
    if (at === -1 || locked.link) continue;
    const name = path.slice(at + 'node_modules/'.length);
    byName.set(name, [...(byName.get(name) ?? []), locked]);
  }
  return byName;
}
