import { posix } from 'node:path';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

export interface FoundImport {
  node: TSESTree.StringLiteral;
  source: string;
  /** True when the import leaves nothing behind at run time. */
  typeOnly: boolean;
  /** True for `import()`, which loads when it is reached. */
  dynamic: boolean;
}

function stringLiteral(node: TSESTree.Node | null | undefined): TSESTree.StringLiteral | undefined {
  return node?.type === AST_NODE_TYPES.Literal && typeof node.value === 'string' ? node : undefined;
}

/** Calls `found` for every way one module can name another: import, export from, import(), import type. */
export function onImport(found: (hit: FoundImport) => void): TSESLint.RuleListener {
  const report = (node: TSESTree.Node | null | undefined, typeOnly: boolean, dynamic = false): void => {
    const literal = stringLiteral(node);
    if (literal) found({ node: literal, source: literal.value, typeOnly, dynamic });
  };
  return {
    ImportDeclaration: (node) => report(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => report(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => report(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => report(node.source, false, true),
    TSImportType: (node) => report(node.source, true),
    TSExternalModuleReference: (node) => report(node.expression, false),
  };
}

/** The path that a relative import of the file at `from` names, or undefined for a bare specifier. */
export function resolveRelative(from: string, source: string): string | undefined {
  if (!source.startsWith('.')) return undefined;
  return posix.normalize(posix.join(posix.dirname(from), source.replace(/\?.*$/, '')));
}
