import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for. npm leaves a lock of what it really
 * installed there; packages for other platforms are missing from it.
 */
export function isInstalled() {
  try {
    const wanted = readPackages('package-lock.json');
    const installed = readPackages('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([location, entry]) => {
      if (location === '' || !location.includes('node_modules/')) return true;
      const found = installed[location];
      return found ? found.version === entry.version && found.integrity === entry.integrity : entry.optional === true;
    });
  } catch {
    return false;
  }
}

function readPackages(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
}
