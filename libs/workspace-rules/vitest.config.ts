import { defineConfig } from 'vitest/config';

// Loading ESLint with its configuration takes seconds when the machine is busy.
export default defineConfig({
  test: { name: 'workspace-rules', include: ['src/**/*.spec.ts'], isolate: false, testTimeout: 60_000 },
});
