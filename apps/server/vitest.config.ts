import { defineConfig } from 'vitest/config';

// A database and a server per file, which start, die and come back: on a busy machine they take their
// time. Files share nothing that one of them changes, so modules are loaded once per worker: loading them
// for each file is a third of the work.
export default defineConfig({ test: { isolate: false, testTimeout: 120_000, hookTimeout: 120_000 } });
