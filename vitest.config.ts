import { defineConfig } from 'vitest/config';

// Each package runs alone with `vitest run` in its folder, or together with the others from here. One more
// at a time than the two cores that there may be: many wait for a server, for media, for a moment to pass.
export default defineConfig({
  test: { projects: ['libs/*', 'apps/*', 'e2e/api', 'e2e/bench', 'tools', 'docker'], maxWorkers: 3, passWithNoTests: true },
});
