import { afterAll } from 'vitest';
import { testRule } from '../testing/rule-tester.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { moduleBoundaries } from './module-boundaries.ts';

const exports = { '.': './src/index.ts' };

const workspace = temporaryWorkspace({
  '.': { devDependencies: { vitest: '5.1.1' } },
  'libs/contracts': { name: '@parvis/contracts', nx: { tags: ['scope:shared'] }, exports, dependencies: { zod: '4.0.0' } },
  'libs/permissions': {
    name: '@parvis/permissions',
    nx: { tags: ['scope:shared'] },
    exports,
    dependencies: { '@parvis/contracts': '0.1.0', '@parvis/ui': '0.1.0' },
    devDependencies: { '@types/mdast': '4.0.4' },
  },
  'libs/ui': {
    name: '@parvis/ui',
    nx: { tags: ['scope:web'] },
    exports: { ...exports, './styles.css': './src/styles.css' },
  },
  'libs/testing': {
    name: '@parvis/testing',
    nx: { tags: ['scope:test'] },
    exports,
    dependencies: { '@parvis/server': '0.1.0', '@parvis/ui': '0.1.0' },
  },
  'libs/rules': { name: '@parvis/rules', nx: { tags: ['scope:tooling'] }, dependencies: { '@parvis/contracts': '0.1.0' } },
  'libs/untagged': { name: '@parvis/untagged' },
  'apps/server': {
    name: '@parvis/server',
    nx: { tags: ['scope:server', 'type:app'] },
    exports,
    dependencies: { '@parvis/contracts': '0.1.0', '@parvis/ui': '0.1.0', pg: '8.0.0' },
    devDependencies: { '@parvis/testing': '0.1.0', '@types/pg': '8.0.0', mailparser: '3.0.0' },
  },
  'apps/web': { name: '@parvis/web', nx: { tags: ['scope:web'] }, dependencies: { '@parvis/ui': '0.1.0' } },
  'apps/sfu': { name: '@parvis/sfu', nx: { tags: ['scope:sfu'] }, dependencies: { '@parvis/contracts': '0.1.0' } },
});
afterAll(() => workspace.remove());

const at = (path: string): string => `${workspace.root}/${path}`;

testRule('module-boundaries', moduleBoundaries, {
  workspaceRoot: workspace.root,
  valid: [
    { name: 'shared reaches shared', code: `import '@parvis/contracts';`, filename: at('libs/permissions/src/can.ts') },
    { name: 'server reaches shared', code: `import '@parvis/contracts';`, filename: at('apps/server/src/main.ts') },
    { name: 'sfu reaches shared', code: `import '@parvis/contracts';`, filename: at('apps/sfu/src/main.ts') },
    { name: 'web reaches web', code: `import '@parvis/ui';`, filename: at('apps/web/src/main.tsx') },
    { name: 'an exported subpath', code: `import '@parvis/ui/styles.css';`, filename: at('apps/web/src/main.tsx') },
    { name: 'test reaches web', code: `import '@parvis/ui';`, filename: at('libs/testing/src/page.ts') },
    { name: 'a spec reaches test', code: `import '@parvis/testing';`, filename: at('apps/server/src/main.spec.ts') },
    { name: 'relative inside the package', code: `import './a.ts'; import '../b.ts';`, filename: at('apps/server/src/x/y.ts') },
    { name: 'Node itself', code: `import 'node:fs'; import 'path';`, filename: at('libs/contracts/src/index.ts') },
    { name: 'a subpath of a declared package', code: `import * as z from 'zod/mini';`, filename: at('libs/contracts/src/index.ts') },
    { name: 'a tool of the root in a spec', code: `import { it } from 'vitest';`, filename: at('libs/contracts/src/index.spec.ts') },
    { name: 'a devDependency in a step of the build', code: `import 'mailparser';`, filename: at('apps/server/build/letters.ts') },
    { name: 'types from @types', code: `import type { Root } from 'mdast';`, filename: at('libs/permissions/src/can.ts') },
    { name: 'a file at the root', code: `import '@parvis/ui';`, filename: at('eslint.config.mjs') },
    { name: 'a virtual module', code: `import 'virtual:pwa-register';`, filename: at('apps/web/src/main.tsx') },
  ],
  invalid: [
    {
      name: 'shared does not reach web',
      code: `import '@parvis/ui';`,
      filename: at('libs/permissions/src/can.ts'),
      errors: [{ messageId: 'scope' }],
    },
    {
      name: 'server does not reach web, not even for a type',
      code: `import type { Theme } from '@parvis/ui';`,
      filename: at('apps/server/src/main.ts'),
      errors: [{ messageId: 'scope' }],
    },
    {
      name: 'production code does not reach test',
      code: `import '@parvis/testing';`,
      filename: at('apps/server/src/main.ts'),
      errors: [{ messageId: 'scope' }],
    },
    {
      name: 'tooling stands alone',
      code: `import '@parvis/contracts';`,
      filename: at('libs/rules/src/index.ts'),
      errors: [{ messageId: 'scope' }],
    },
    {
      name: 'nothing imports an app',
      code: `import '@parvis/server';`,
      filename: at('libs/testing/src/server.ts'),
      errors: [{ messageId: 'app' }],
    },
    {
      name: 'no deep import',
      code: `export { id } from '@parvis/contracts/src/id.ts';`,
      filename: at('apps/server/src/main.ts'),
      errors: [{ messageId: 'deep' }],
    },
    {
      name: 'no deep dynamic import',
      code: `await import('@parvis/contracts/src/id.ts');`,
      filename: at('apps/server/src/main.ts'),
      errors: [{ messageId: 'deep' }],
    },
    {
      name: 'no import of oneself by name',
      code: `import '@parvis/contracts';`,
      filename: at('libs/contracts/src/id.ts'),
      errors: [{ messageId: 'self' }],
    },
    {
      name: 'no way out by relative path',
      code: `import '../../ui/src/index.ts';`,
      filename: at('libs/contracts/src/id.ts'),
      errors: [{ messageId: 'escape' }],
    },
    {
      name: 'an undeclared sibling',
      code: `import '@parvis/contracts';`,
      filename: at('apps/web/src/main.tsx'),
      errors: [{ messageId: 'undeclared' }],
    },
    {
      name: 'an undeclared library that happens to be hoisted',
      code: `import 'zod';`,
      filename: at('apps/server/src/main.ts'),
      errors: [{ messageId: 'undeclared' }],
    },
    {
      name: 'a devDependency at run time',
      code: `import 'mailparser';`,
      filename: at('apps/server/src/main.ts'),
      errors: [{ messageId: 'development' }],
    },
    {
      name: 'a package without a scope',
      code: ``,
      filename: at('libs/untagged/src/index.ts'),
      errors: [{ messageId: 'untagged' }],
    },
  ],
});
