import { isBuiltin } from 'node:module';
import { createRule, locate } from '../create-rule.ts';
import { onImport, resolveRelative } from '../import-visitor.ts';
import { isDevelopmentFile } from '../workspace/file-kind.ts';
import { listPackages, packageOf, rootDevDependencies } from '../workspace/workspace-package.ts';
import type { Scope } from '../workspace/workspace-package.ts';

/** Which scopes a scope may reach. `tooling` stands alone. */
export const reachable: Record<Scope, readonly Scope[]> = {
  shared: ['shared'],
  web: ['shared', 'web'],
  server: ['shared', 'server'],
  sfu: ['shared'],
  test: ['shared', 'web', 'server', 'sfu', 'test'],
  tooling: [],
};

function splitSpecifier(source: string): { name: string; subpath: string } {
  const parts = source.replace(/\?.*$/, '').split('/');
  const length = source.startsWith('@') ? 2 : 1;
  const rest = parts.slice(length).join('/');
  return { name: parts.slice(0, length).join('/'), subpath: rest ? `./${rest}` : '.' };
}

export const moduleBoundaries = createRule({
  name: 'module-boundaries',
  meta: {
    type: 'problem',
    docs: { description: 'A package reaches only the packages that its scope allows and its package.json declares.' },
    messages: {
      scope: '{{from}} (scope:{{fromScope}}) may not reach {{to}} (scope:{{toScope}}).',
      app: '{{to}} is an app: nothing imports an app.',
      deep: '`{{source}}` is not in the `exports` of {{to}}: import what its index exports.',
      self: 'Inside {{to}}, import by relative path.',
      escape: '`{{source}}` leaves {{from}}: import other packages by name.',
      undeclared: '`{{name}}` is not declared in {{from}}/package.json.',
      development: '`{{name}}` is a devDependency of {{from}}: only specs, configuration and types may use it.',
      untagged: '{{from}} has no `scope:*` tag in its package.json.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { root, path } = locate(context);
    const owner = packageOf(root, path);
    if (!owner) return {};
    const from = owner.directory;
    const development = isDevelopmentFile(path);
    return {
      Program(node) {
        if (!owner.scope) context.report({ loc: node.loc.start, messageId: 'untagged', data: { from } });
      },
      ...onImport(({ node, source, typeOnly }) => {
        const target = resolveRelative(path, source);
        if (target !== undefined) {
          if (!target.startsWith(`${from}/`)) context.report({ node, messageId: 'escape', data: { source, from } });
          return;
        }
        if (isBuiltin(source) || !/^(@[a-z0-9-]|[a-z0-9])/i.test(source) || source.startsWith('virtual:')) return;
        const { name, subpath } = splitSpecifier(source);
        const sibling = listPackages(root).find((candidate) => candidate.name === name);
        if (sibling?.name === owner.name) {
          context.report({ node, messageId: 'self', data: { to: name } });
          return;
        }
        if (sibling?.isApp) {
          context.report({ node, messageId: 'app', data: { to: name } });
          return;
        }
        if (sibling && !sibling.exports.has(subpath)) {
          context.report({ node, messageId: 'deep', data: { source, to: name } });
        }
        if (sibling?.scope && owner.scope) {
          const allowed = reachable[owner.scope].includes(sibling.scope) || (development && sibling.scope === 'test');
          if (!allowed) {
            context.report({
              node,
              messageId: 'scope',
              data: { from, fromScope: owner.scope, to: name, toScope: sibling.scope },
            });
            return;
          }
        }
        if (owner.dependencies.has(name)) return;
        const inDevelopment = owner.devDependencies.has(name) || owner.devDependencies.has(typesPackage(name));
        const atRoot = !sibling && rootDevDependencies(root).has(name);
        if (!inDevelopment && !atRoot) context.report({ node, messageId: 'undeclared', data: { name, from } });
        else if (!development && !typeOnly) context.report({ node, messageId: 'development', data: { name, from } });
      }),
    };
  },
});

/** `mdast` has only types, published as `@types/mdast`. */
function typesPackage(name: string): string {
  return `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
}
