import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // The few specs that need a document say so on their first line: it costs seconds per file.
  test: { environment: 'node', include: ['src/**/*.spec.{ts,tsx}', 'build/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 60_000, server: { deps: { inline: [/node_modules\/(@excalidraw|open-color|roughjs)\//] } } },
});
