import parser from '@typescript-eslint/parser';
import type { TSESLint } from '@typescript-eslint/utils';
import { RuleTester } from 'eslint';
import type { Rule } from 'eslint';
import { describe, it } from 'vitest';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

/** The root that linted file names in specs are under; no file needs to exist there. */
export const root = '/workspace';

export interface AcceptedCode {
  name: string;
  code: string;
  /** Absolute, under the workspace root. */
  filename: string;
}

export interface RefusedCode<MessageIds extends string> extends AcceptedCode {
  errors: { messageId: MessageIds; data?: Record<string, string> }[];
}

/** Runs `rule` over pieces of TypeScript and JSX, each a test of its own. */
export function testRule<MessageIds extends string>(
  name: string,
  rule: TSESLint.RuleModule<MessageIds, readonly unknown[]>,
  cases: { valid: AcceptedCode[]; invalid: RefusedCode<MessageIds>[]; workspaceRoot?: string },
): void {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    settings: { workspaceRoot: cases.workspaceRoot ?? root },
  });
  // ESLint types a rule over ESTree, our rules are typed over the tree that this parser makes.
  tester.run(name, rule as unknown as Rule.RuleModule, { valid: cases.valid, invalid: cases.invalid });
}
