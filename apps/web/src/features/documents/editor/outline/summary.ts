import type { Node } from '@tiptap/pm/model';

export interface OutlineEntry {
  blockId: string;
  /** 1 to 3. */
  level: number;
  text: string;
}

export interface DocumentSummary {
  /** The headings in their order, those without text left out. */
  outline: readonly OutlineEntry[];
  words: number;
  characters: number;
}

export const emptySummary: DocumentSummary = { outline: [], words: 0, characters: 0 };

interface Counted {
  words: number;
  characters: number;
}

// An edit makes a new node of the block that it is in, and of no other.
const counted = new WeakMap<Node, Counted>();
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function count(node: Node): Counted {
  const known = counted.get(node);
  if (known) return known;
  const text = node.textBetween(0, node.content.size, ' ', ' ');
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  const result = { words, characters: [...text].length };
  counted.set(node, result);
  return result;
}

/** What a document holds, in short. */
export function summarise(doc: Node): DocumentSummary {
  const outline: OutlineEntry[] = [];
  let [words, characters] = [0, 0];
  doc.descendants((node, _position, parent) => {
    if (!node.isTextblock) return true;
    const own = count(node);
    words += own.words;
    characters += own.characters;
    const text = node.type.name === 'heading' ? node.textContent.trim() : '';
    if (text !== '') outline.push({ blockId: String(parent?.attrs.id), level: Number(node.attrs.level), text });
    return false;
  });
  return { outline, words, characters };
}

export const sameSummary = (a: DocumentSummary, b: DocumentSummary): boolean =>
  a.words === b.words && a.characters === b.characters && a.outline.length === b.outline.length
  && a.outline.every(({ blockId, level, text }, index) => b.outline[index]?.blockId === blockId && b.outline[index].level === level && b.outline[index].text === text);
