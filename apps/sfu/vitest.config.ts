import { defineConfig } from 'vitest/config';

// Real media workers: on a busy machine they take their time.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
