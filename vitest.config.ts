import { defineConfig } from 'vitest/config';

// Each package runs alone with `vitest run` in its folder, or together with the others from here.
export default defineConfig({
  test: { projects: ['libs/*', 'apps/*', 'e2e/api', 'e2e/bench', 'tools', 'docker'], maxWorkers: 2, passWithNoTests: true },
});
