import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { workspaceRuleLevels, workspaceRules } from './libs/workspace-rules/src/index.ts';

const nodeGlobals = ['AbortController', 'AbortSignal', 'Buffer', 'URL', 'clearInterval', 'clearTimeout', 'console', 'fetch', 'performance', 'process', 'setImmediate', 'setInterval', 'setTimeout', 'structuredClone'];

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/coverage/**', '**/generated/**', '.nx/**', 'data/**', '.cache/**', 'e2e/web/{screenshots,test-results,playwright-report}/**', '**/public/**'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { parvis: workspaceRules },
    rules: {
      ...workspaceRuleLevels,
      // Looking for control characters is what the checks of untrusted text are for.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'max-lines': ['error', { max: 400 }],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // React ignores what an event handler returns; the handlers report their own failures.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Configuration is outside the packages' tsconfig and is read by tools that want a default export.
    files: ['**/*.config.{ts,mts}', '**/vitest.*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // Long by nature: a table of cases, a history, a list of words.
    files: ['**/*.spec.{ts,tsx}', '**/*.e2e.ts', '**/migrations/**', '**/fixtures/**', '**/locales/**'],
    rules: { 'max-lines': 'off' },
  },
  { files: ['**/*.d.ts'], rules: { 'no-restricted-exports': 'off' } },
);
