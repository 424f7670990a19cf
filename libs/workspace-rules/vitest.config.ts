import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'workspace-rules', include: ['src/**/*.spec.ts'] } });
