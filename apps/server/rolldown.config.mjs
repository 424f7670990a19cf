import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const inlined = /^(@parvis\/|@oxc-project\/runtime)/;

export default defineConfig({
  cwd: here('.'),
  input: { main: 'src/main.ts', cli: 'src/cli.ts', 'document-worker': 'src/modules/documents/worker/main.ts' },
  platform: 'node',
  tsconfig: here('tsconfig.json'),
  // Packages stay in node_modules; our own libraries are TypeScript and become part of the bundle.
  external: (id, _importer, resolved) => !resolved && /^[^./\0]/.test(id) && !inlined.test(id),
  transform: { target: 'node24' },
  output: {
    dir: here('dist'),
    format: 'esm',
    sourcemap: true,
    // Nest and TypeORM name providers and entities after their classes.
    keepNames: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunk-[hash].mjs',
    cleanDir: true,
  },
});
