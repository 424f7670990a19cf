import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const bin = path.join(root, 'node_modules', '.bin');
/** The Node version that package.json pins, whatever Node the machine has. */
export const node = path.join(bin, 'node');
