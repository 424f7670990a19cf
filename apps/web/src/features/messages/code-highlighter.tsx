import { common, createLowlight } from 'lowlight';
import { createElement } from 'react';
import type { ReactNode } from 'react';

const lowlight = createLowlight(common);

type HighlightedNode = ReturnType<typeof lowlight.highlight>['children'][number];

/** Colours code; in a language that isn't known here it stays plain. */
export function highlight(language: string, code: string): ReactNode {
  const name = language.toLowerCase();
  if (!lowlight.registered(name)) return code;
  return lowlight.highlight(name, code).children.map(element);
}

function element(node: HighlightedNode, key: number): ReactNode {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return null;
  const names = node.properties.className;
  return createElement('span', { key, className: Array.isArray(names) ? names.join(' ') : undefined }, node.children.map(element));
}
