import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { createRule, locate } from '../create-rule.ts';
import { isSpec } from '../workspace/file-kind.ts';

/** Everything in @nestjs/common that opens an HTTP door. */
const rawDecorators = new Set([
  'All', 'Copy', 'Delete', 'Get', 'Head', 'Lock', 'Mkcol', 'Move', 'Options', 'Patch', 'Post', 'Propfind',
  'Proppatch', 'Put', 'RequestMapping', 'Search', 'Sse', 'Unlock',
]);

/** The methods by which Fastify itself is given a route. */
const fastifyMethods = new Set(['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put']);

/** `@Route` is made of the raw decorators; the others serve what is public and not ours to describe in the API. */
const allowed = [
  'apps/server/src/platform/http/route.decorator.ts',
  'apps/server/src/platform/http/openapi.ts',
  'apps/server/src/platform/http/web-client.ts',
  'apps/server/src/platform/http/tus-options.ts',
  'apps/server/src/platform/health/',
];

function calledName(decorator: TSESTree.Decorator): string | undefined {
  const { expression } = decorator;
  if (expression.type !== AST_NODE_TYPES.CallExpression) return undefined;
  return expression.callee.type === AST_NODE_TYPES.Identifier ? expression.callee.name : undefined;
}

/** `server.get('/path', …)`, or `server.route({ url, … })`. */
function fastifyRoute(node: TSESTree.CallExpression): string | undefined {
  if (node.callee.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  if (node.callee.property.type !== AST_NODE_TYPES.Identifier) return undefined;
  const { name } = node.callee.property;
  const [first] = node.arguments;
  if (name === 'route' && first?.type === AST_NODE_TYPES.ObjectExpression) return name;
  if (!fastifyMethods.has(name) || node.arguments.length < 2) return undefined;
  if (first?.type === AST_NODE_TYPES.Literal && typeof first.value === 'string' && /^[/*]/.test(first.value)) return name;
  return first?.type === AST_NODE_TYPES.TemplateLiteral ? name : undefined;
}

export const guardedRoutes = createRule({
  name: 'guarded-routes',
  meta: {
    type: 'problem',
    docs: { description: 'Every HTTP door is bound by @Route, so that its access rule is in the route catalogue.' },
    messages: {
      raw: '`{{name}}` opens a door without an access rule: add the operation to libs/contracts and bind it with @Route.',
      path: 'A controller has no path of its own: @Route takes the whole path from the catalogue.',
      twice: 'One method, one operation: bind each @Route to a method of its own.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { path } = locate(context);
    if (!path.startsWith('apps/server/') || isSpec(path)) return {};
    if (allowed.some((place) => path.startsWith(place))) return {};
    const namespaces = new Set<string>();
    return {
      ImportDeclaration(node) {
        if (node.source.value !== '@nestjs/common' || node.importKind === 'type') return;
        for (const specifier of node.specifiers) {
          if (specifier.type === AST_NODE_TYPES.ImportNamespaceSpecifier) namespaces.add(specifier.local.name);
          if (specifier.type !== AST_NODE_TYPES.ImportSpecifier) continue;
          const { imported } = specifier;
          const name = imported.type === AST_NODE_TYPES.Identifier ? imported.name : imported.value;
          if (rawDecorators.has(name)) context.report({ node: specifier, messageId: 'raw', data: { name } });
        }
      },
      CallExpression(node) {
        const name = fastifyRoute(node);
        if (name) context.report({ node, messageId: 'raw', data: { name } });
      },
      MemberExpression(node) {
        if (node.object.type !== AST_NODE_TYPES.Identifier || !namespaces.has(node.object.name)) return;
        if (node.property.type !== AST_NODE_TYPES.Identifier || !rawDecorators.has(node.property.name)) return;
        context.report({ node, messageId: 'raw', data: { name: node.property.name } });
      },
      Decorator(node) {
        if (calledName(node) !== 'Controller' || node.expression.type !== AST_NODE_TYPES.CallExpression) return;
        if (node.expression.arguments.length > 0) context.report({ node, messageId: 'path' });
      },
      MethodDefinition(node) {
        const routes = node.decorators.filter((decorator) => calledName(decorator) === 'Route');
        if (routes.length > 1) context.report({ node: node.key, messageId: 'twice' });
      },
    };
  },
});
