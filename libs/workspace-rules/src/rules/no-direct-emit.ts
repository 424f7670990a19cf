import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { createRule, locate } from '../create-rule.ts';
import { isSpec } from '../workspace/file-kind.ts';

const emitters = new Set([
  'apps/server/src/platform/streams/relay.ts',
  'apps/server/src/platform/realtime/ephemera.ts',
]);

/** What turns a socket or a server into an operator on many sockets. */
const operators = new Set(['to', 'in', 'except', 'broadcast', 'of', 'local']);
const serverNames = /^(io|ioServer|socketServer|nsp|namespace)$/;

function propertyName(node: TSESTree.MemberExpression): string | undefined {
  return node.property.type === AST_NODE_TYPES.Identifier && !node.computed ? node.property.name : undefined;
}

export const noDirectEmit = createRule({
  name: 'no-direct-emit',
  meta: {
    type: 'problem',
    docs: { description: 'Only the relay and the ephemera send to rooms.' },
    messages: {
      emit: 'Only the relay sends to rooms: append an event to the stream in the same transaction instead.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { path } = locate(context);
    if (!path.startsWith('apps/server/') || emitters.has(path) || isSpec(path)) return {};

    function reachesMany(node: TSESTree.Expression, scope: TSESLint.Scope.Scope, depth = 0): boolean {
      switch (node.type) {
        case AST_NODE_TYPES.CallExpression:
          return reachesMany(node.callee, scope, depth);
        case AST_NODE_TYPES.TSNonNullExpression:
        case AST_NODE_TYPES.ChainExpression:
        case AST_NODE_TYPES.TSAsExpression:
          return reachesMany(node.expression, scope, depth);
        case AST_NODE_TYPES.MemberExpression: {
          const name = propertyName(node);
          if (name && (operators.has(name) || serverNames.test(name))) return true;
          return reachesMany(node.object, scope, depth);
        }
        case AST_NODE_TYPES.Identifier: {
          if (serverNames.test(node.name)) return true;
          const init = depth < 5 ? initialiser(node.name, scope) : undefined;
          return init ? reachesMany(init, scope, depth + 1) : false;
        }
        default:
          return false;
      }
    }

    return {
      'CallExpression > MemberExpression.callee'(node: TSESTree.MemberExpression) {
        if (propertyName(node) !== 'emit') return;
        if (reachesMany(node.object, context.sourceCode.getScope(node))) context.report({ node, messageId: 'emit' });
      },
    };
  },
});

/** What a `const` was set to, so that a room kept in a variable is seen through. */
function initialiser(name: string, from: TSESLint.Scope.Scope): TSESTree.Expression | undefined {
  for (let scope: TSESLint.Scope.Scope | null = from; scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (!variable) continue;
    const node = variable.defs[0]?.node;
    return node?.type === AST_NODE_TYPES.VariableDeclarator && node.id.type === AST_NODE_TYPES.Identifier
      ? (node.init ?? undefined)
      : undefined;
  }
  return undefined;
}
