import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const COMPRESSIBLE = /\.(js|css|svg|json|webmanifest)$/;
/** Below, a header costs more than is saved. */
const LEAST_BYTES = 1_000;

/** Writes `.br` and `.gz` beside each file, so that the server never compresses while somebody waits. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'parvis:precompress',
    apply: 'build',
    configResolved: (config) => { folder = path.resolve(config.root, config.build.outDir); },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true });
      await Promise.all(names.filter((name) => COMPRESSIBLE.test(name)).map(async (name) => {
        const file = path.join(folder, name);
        const bytes = await readFile(file);
        if (bytes.length < LEAST_BYTES) return;
        // Level 9 of 11: the last two cost ten times as long for a percent.
        const brotli = await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
        await Promise.all([writeFile(`${file}.br`, brotli), toGzip(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small))]);
      }));
    },
  };
}
