import type { RichTextNode } from './nodes.ts';

/** Visits a node and everything below it, in the order of the text. */
export function walk(node: RichTextNode, visit: (node: RichTextNode) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}
