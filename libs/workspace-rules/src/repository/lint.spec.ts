import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { workspaceRuleLevels } from '../index.ts';
import { repositoryRoot } from '../testing/repository.ts';

const error = 2;

interface LintConfig {
  rules: Record<string, [level: number, ...options: unknown[]]>;
}

const eslint = new ESLint({ cwd: repositoryRoot });

async function levelsFor(path: string): Promise<Record<string, number>> {
  const config = (await eslint.calculateConfigForFile(join(repositoryRoot, path))) as LintConfig;
  return Object.fromEntries(Object.entries(config.rules).map(([name, [level]]) => [name, level]));
}

describe.each([
  'apps/server/src/modules/messages/send-message.ts',
  'apps/server/src/modules/messages/send-message.spec.ts',
  'apps/web/src/features/messages/message-list.tsx',
  'libs/contracts/src/index.ts',
  'e2e/web/src/chat.e2e.ts',
])('the lint of %s', (path) => {
  it('has every rule of ours', async () => {
    const levels = await levelsFor(path);
    expect(Object.keys(workspaceRuleLevels).filter((name) => levels[name] !== error)).toEqual([]);
  });

  it('sees a promise that nobody waits for', async () => {
    expect(await levelsFor(path)).toMatchObject({ '@typescript-eslint/no-floating-promises': error });
  });
});

describe('the length of files', () => {
  it('is bounded in code', async () => {
    expect(await levelsFor('apps/server/src/main.ts')).toMatchObject({ 'max-lines': error });
  });

  it.each(['apps/server/src/platform/database/migrations/1-first.ts', 'libs/contracts/src/index.spec.ts'])(
    'is free in %s',
    async (path) => {
      expect(await levelsFor(path)).toMatchObject({ 'max-lines': 0 });
    },
  );
});
