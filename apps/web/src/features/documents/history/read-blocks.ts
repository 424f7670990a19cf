import * as Y from 'yjs';
import { TEXT_ROOT } from './roots.ts';

/** A block as far as a comparison of two moments goes. */
export interface ReadBlock {
  id: string;
  /** As the editor names it. */
  kind: string;
  /** Steps to the right: it is below another one. */
  depth: number;
  text: string;
  /** Changes whenever anything of how it looks does. */
  look: string;
}

/** The blocks of a document, in the order of its text. */
export function readBlocks(updates: readonly Uint8Array[]): ReadBlock[] {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const blocks: ReadBlock[] = [];
  collect(doc.getXmlFragment(TEXT_ROOT), 0, blocks);
  doc.destroy();
  return blocks;
}

const attributesOf = (element: Y.XmlElement): Record<string, unknown> => element.getAttributes();
const elementsIn = (parent: Y.XmlFragment): Y.XmlElement[] => parent.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

function collect(parent: Y.XmlFragment, depth: number, blocks: ReadBlock[]): void {
  for (const element of elementsIn(parent)) {
    if (element.nodeName !== 'blockContainer') {
      collect(element, depth, blocks);
      continue;
    }
    const [content, ...below] = elementsIn(element);
    if (content) blocks.push({ id: String(attributesOf(element).id ?? ''), kind: content.nodeName, depth, text: textOf(content).trimEnd(), look: content.toString() });
    for (const group of below) collect(group, depth + 1, blocks);
  }
}

/** Attributes that hold words of people. */
const WORDS = ['caption', 'name', 'formula', 'text'];

function textOf(node: Y.XmlElement): string {
  const attributes = attributesOf(node);
  let text = WORDS.flatMap((name) => (typeof attributes[name] === 'string' && attributes[name] !== '' ? [attributes[name]] : [])).join(' ');
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) text += (child.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
    else if (child instanceof Y.XmlElement) text += textOf(child) + (child.nodeName === 'tableRow' ? '\n' : child.nodeName.startsWith('table') ? '  ' : '');
  }
  return text;
}
