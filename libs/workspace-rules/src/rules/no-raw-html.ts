import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { createRule, locate } from '../create-rule.ts';

const places = ['apps/web/', 'libs/ui/'];
const assigned = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const called = new Set(['insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe', 'parseHTMLUnsafe']);

function nameOf(node: TSESTree.Node): string | undefined {
  if (node.type === AST_NODE_TYPES.Identifier || node.type === AST_NODE_TYPES.JSXIdentifier) return node.name;
  return node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string' ? node.value : undefined;
}

export const noRawHtml = createRule({
  name: 'no-raw-html',
  meta: {
    type: 'problem',
    docs: { description: 'HTML is never made from a string: React elements come from the rich-text tree.' },
    messages: { raw: '`{{name}}` turns text into markup and opens the page to scripts: render elements instead.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { path } = locate(context);
    if (!places.some((place) => path.startsWith(place))) return {};
    const report = (node: TSESTree.Node, name: string): void => context.report({ node, messageId: 'raw', data: { name } });
    return {
      JSXAttribute(node) {
        const name = nameOf(node.name);
        if (name === 'dangerouslySetInnerHTML' || name === 'srcDoc') report(node, name);
      },
      Property(node) {
        if (nameOf(node.key) === 'dangerouslySetInnerHTML') report(node, 'dangerouslySetInnerHTML');
      },
      AssignmentExpression(node) {
        if (node.left.type !== AST_NODE_TYPES.MemberExpression) return;
        const name = nameOf(node.left.property);
        if (name && assigned.has(name)) report(node, name);
      },
      CallExpression(node) {
        if (node.callee.type !== AST_NODE_TYPES.MemberExpression) return;
        const name = nameOf(node.callee.property);
        const object = nameOf(node.callee.object);
        if (name && called.has(name)) report(node, name);
        if (object === 'document' && (name === 'write' || name === 'writeln')) report(node, `document.${name}`);
      },
    };
  },
});
