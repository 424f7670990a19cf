import { defineConfig } from 'vitest/config';

// Real servers, killed and started again: slow is normal, two at a time are enough.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 120_000 } });
