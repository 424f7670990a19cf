import { defineConfig } from 'vitest/config';

// A server with its database starts, and starts again after a crash.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
