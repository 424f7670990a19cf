import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryWorkspace {
  root: string;
  remove(): void;
}

/** Writes a package.json per folder into a new temporary folder; the key `.` is the root's. */
export function temporaryWorkspace(manifests: Record<string, object>): TemporaryWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'parvis-rules-'));
  for (const [directory, manifest] of Object.entries(manifests)) {
    mkdirSync(join(root, directory), { recursive: true });
    writeFileSync(join(root, directory, 'package.json'), JSON.stringify(manifest));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
