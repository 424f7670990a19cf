import { defineConfig } from 'vitest/config';

// initdb and crash recovery write a lot: on a busy machine they take their time.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
