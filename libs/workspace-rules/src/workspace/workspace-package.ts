import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const scopes = ['shared', 'server', 'web', 'sfu', 'test', 'tooling'] as const;
export type Scope = (typeof scopes)[number];

/** What a lint rule needs to know of a package in this monorepo. */
export interface WorkspacePackage {
  name: string;
  /** Relative to the workspace root, with forward slashes: `apps/server`. */
  directory: string;
  /** Undefined when the package has no `scope:*` tag that we know. */
  scope: Scope | undefined;
  isApp: boolean;
  dependencies: ReadonlySet<string>;
  devDependencies: ReadonlySet<string>;
  /** Subpaths other packages may import, from `exports`: `.`, `./styles.css`. */
  exports: ReadonlySet<string>;
  scripts: Readonly<Record<string, string>>;
}

interface Manifest {
  name?: string;
  nx?: { tags?: string[] };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  exports?: Record<string, unknown>;
  scripts?: Record<string, string>;
}

/** Folders whose children are packages; the same list as `workspaces` in the root package.json. */
const packageFolders = ['apps', 'libs', 'e2e'];

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

function readPackage(root: string, directory: string): WorkspacePackage {
  const manifest = readManifest(join(root, directory, 'package.json'));
  const tags = manifest.nx?.tags ?? [];
  return {
    name: manifest.name ?? directory,
    directory,
    scope: scopes.find((scope) => tags.includes(`scope:${scope}`)),
    isApp: directory.startsWith('apps/'),
    dependencies: new Set(
      Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies }),
    ),
    devDependencies: new Set(Object.keys(manifest.devDependencies ?? {})),
    exports: new Set(Object.keys(manifest.exports ?? {})),
    scripts: manifest.scripts ?? {},
  };
}

// An editor keeps ESLint running for days, so a manifest is read again when it changes.
const cache = new Map<string, { modifiedAt: number; package: WorkspacePackage }>();

/** The package that holds `path` (relative to the root), or undefined for files at the root. */
export function packageOf(root: string, path: string): WorkspacePackage | undefined {
  const [folder, child] = path.split('/');
  if (!folder || !child || !packageFolders.includes(folder)) return undefined;
  const directory = `${folder}/${child}`;
  const manifest = join(root, directory, 'package.json');
  const modifiedAt = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs;
  if (modifiedAt === undefined) return undefined;
  const known = cache.get(manifest);
  if (known?.modifiedAt === modifiedAt) return known.package;
  const fresh = readPackage(root, directory);
  cache.set(manifest, { modifiedAt, package: fresh });
  return fresh;
}

/** All packages of the workspace, sorted by folder. */
export function listPackages(root: string): WorkspacePackage[] {
  return packageFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).sort().map((child) => `${folder}/${child}`))
    .flatMap((directory) => packageOf(root, directory) ?? []);
}

/** Names declared in the root package.json: tools that specs and configuration share. */
export function rootDevDependencies(root: string): ReadonlySet<string> {
  return new Set(Object.keys(readManifest(join(root, 'package.json')).devDependencies ?? {}));
}
