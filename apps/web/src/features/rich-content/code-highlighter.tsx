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

/** A piece of code of one colour, its place counted from the beginning of the code. */
export interface CodeToken {
  from: number;
  to: number;
  className: string;
}

/** The pieces of code that have a colour, for whoever can't use elements; none in an unknown language. */
export function tokenise(language: string, code: string): CodeToken[] {
  const name = language.toLowerCase();
  const tokens: CodeToken[] = [];
  if (!lowlight.registered(name)) return tokens;
  let offset = 0;
  const visit = (node: HighlightedNode) => {
    const from = offset;
    if (node.type === 'text') offset += node.value.length;
    if (node.type !== 'element') return;
    node.children.forEach(visit);
    const names = node.properties.className;
    if (Array.isArray(names)) tokens.push({ from, to: offset, className: names.join(' ') });
  };
  lowlight.highlight(name, code).children.forEach(visit);
  return tokens;
}
