import { describe, expect, it } from 'vitest';
import { reachable } from '../rules/module-boundaries.ts';
import { readManifest, repositoryRoot } from '../testing/repository.ts';
import { findCycle } from '../workspace/project-graph.ts';
import { listPackages } from '../workspace/workspace-package.ts';
import type { WorkspacePackage } from '../workspace/workspace-package.ts';

const packages = listPackages(repositoryRoot);
const byName = new Map(packages.map((project) => [project.name, project]));

function siblings(names: ReadonlySet<string>): WorkspacePackage[] {
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

describe('the project graph', () => {
  it('reads the same folders as npm', () => {
    expect(readManifest().workspaces).toEqual(['apps/*', 'libs/*', 'e2e/*']);
  });

  it('has no cycle, specs included', () => {
    const graph = new Map(
      packages.map(({ name, dependencies, devDependencies }) => [
        name,
        [...siblings(dependencies), ...siblings(devDependencies)].map((sibling) => sibling.name),
      ]),
    );
    expect(findCycle(graph)).toBeUndefined();
  });
});

describe.each(packages)('$name', (project) => {
  it('has a scope', () => {
    expect(project.scope).toBeDefined();
  });

  it('needs only what its scope may reach, and no app', () => {
    const allowed = project.scope ? reachable[project.scope] : [];
    const outside = siblings(project.dependencies).filter(({ scope, isApp }) => isApp || !scope || !allowed.includes(scope));
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  it('is linted, type-checked and tested', () => {
    const tests = project.directory === 'e2e/web' ? 'e2e' : 'test';
    expect(Object.keys(project.scripts)).toEqual(expect.arrayContaining(['lint', 'typecheck', tests]));
  });
});
