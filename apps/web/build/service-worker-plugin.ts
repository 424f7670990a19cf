import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('./service-worker.ts', import.meta.url));
/** Rarely needed and large, as whiteboards are too: cached when first used, not before. */
const MOST_BYTES = 600_000;

/**
 * Writes `/sw.js`: the service worker with the list of this build's files in it. Its content changes
 * with every build, which is how browsers learn that there is a new one.
 */
export function serviceWorker(): Plugin {
  let root = '';
  return {
    name: 'parvis:service-worker',
    apply: 'build',
    configResolved: (config) => { root = config.root; },
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle)
        .filter(({ fileName }) => /^assets\/.*\.(js|css|woff2)$/.test(fileName) && !/latin-ext|^assets\/excalidraw\//.test(fileName))
        .filter((file) => file.type !== 'chunk' || !file.moduleIds.some((id) => id.includes('/@excalidraw/')))
        .filter((file) => (file.type === 'chunk' ? file.code.length : file.source.length) < MOST_BYTES)
        .map(({ fileName }) => `/${fileName}`)
        .sort();
      const unhashed = await Promise.all(['index.html', 'public/theme-init.js'].map((file) => readFile(path.join(root, file))));
      const hash = createHash('sha256').update(files.join('\n'));
      for (const bytes of unhashed) hash.update(bytes);
      const version = hash.digest('hex').slice(0, 16);
      const { code } = await transformWithOxc(await readFile(SOURCE, 'utf8'), SOURCE, { target: 'es2022' });
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: `const BUILD = ${JSON.stringify({ version, files })};\n${code}`,
      });
    },
  };
}
