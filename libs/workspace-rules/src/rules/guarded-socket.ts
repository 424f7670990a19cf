import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { createRule, locate } from '../create-rule.ts';
import { isSpec } from '../workspace/file-kind.ts';

/** The one place that parses what a client sends and asks whether it may. */
const door = 'apps/server/src/platform/realtime/client-messages.ts';

/** What socket.io says of itself; no client can send these. */
const lifecycle = new Set(['disconnect', 'disconnecting', 'error']);
const listening = new Set(['on', 'once', 'onAny', 'prependAny', 'addListener']);

export const guardedSocket = createRule({
  name: 'guarded-socket',
  meta: {
    type: 'problem',
    docs: { description: 'Every message of a client socket is parsed and authorised in one place.' },
    messages: { listen: 'A message from a client is heard in client-messages.ts only, where it is parsed and authorised.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { path } = locate(context);
    if (!path.startsWith('apps/server/') || path === door || isSpec(path)) return {};
    return {
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== AST_NODE_TYPES.MemberExpression || callee.property.type !== AST_NODE_TYPES.Identifier) return;
        if (callee.object.type !== AST_NODE_TYPES.Identifier || !/^(socket|client)$/i.test(callee.object.name)) return;
        if (!listening.has(callee.property.name)) return;
        const [event] = node.arguments;
        if (event?.type === AST_NODE_TYPES.Literal && lifecycle.has(String(event.value))) return;
        context.report({ node, messageId: 'listen' });
      },
    };
  },
});
