import { relative, resolve, sep } from 'node:path';
import { ESLintUtils } from '@typescript-eslint/utils';
import type { TSESLint } from '@typescript-eslint/utils';

export interface RuleDocs {
  description: string;
}

export const createRule = ESLintUtils.RuleCreator<RuleDocs>((name) => `libs/workspace-rules/src/rules/${name}.ts`);

const thisWorkspace = resolve(import.meta.dirname, '../../..');

export interface Location {
  root: string;
  /** The linted file, relative to the root, with forward slashes. */
  path: string;
}

/** Where the linted file is. A spec may point `settings.workspaceRoot` at a workspace of its own. */
export function locate(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): Location {
  const configured = context.settings['workspaceRoot'];
  const root = typeof configured === 'string' ? configured : thisWorkspace;
  return { root, path: relative(root, context.filename).split(sep).join('/') };
}
