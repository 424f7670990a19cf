import { fileURLToPath } from 'node:url';
import os from 'node:os';
import path from 'node:path';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Kept between runs: one folder per checkout and person. */
export const sharedFolder = path.join(os.tmpdir(), `parvis-tests-${process.getuid?.() ?? 0}-${root.replace(/\W+/g, '-')}`);
