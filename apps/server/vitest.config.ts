import { defineConfig } from 'vitest/config';

// A PostgreSQL and a server per file: on a busy machine they take their time. They share nothing that a
// file changes, so modules are loaded once per worker: in new ones, that would be a third of the work.
export default defineConfig({ test: { isolate: false, testTimeout: 60_000, hookTimeout: 120_000 } });
