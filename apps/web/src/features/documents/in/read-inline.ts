import { COLORS_DEFAULT } from '@blocknote/core';
import { isSafeUrl, parseMentionUrl } from '@parvis/rich-text';
import type { ReadInline } from './read-block.ts';

/** What addresses and names of ours stand for. */
export interface Refs {
  /** The document that an address of this installation leads to. */
  documentOfUrl: (url: string) => string | null;
}

type Styles = Record<string, unknown>;

const marks: Record<string, Styles> = {
  STRONG: { bold: true }, B: { bold: true }, EM: { italic: true }, I: { italic: true }, CITE: { italic: true }, U: { underline: true }, INS: { underline: true },
  S: { strike: true }, DEL: { strike: true }, STRIKE: { strike: true }, CODE: { code: true }, KBD: { code: true }, SAMP: { code: true }, TT: { code: true }, MARK: { backgroundColor: 'yellow' },
};
const skipped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'IMG', 'INPUT', 'SELECT', 'TEXTAREA', 'TABLE', 'UL', 'OL', 'PRE', 'HEAD']);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** The text of nodes, with its marks, links, people, documents and math. */
export function readInlines(nodes: readonly Node[], refs: Refs, styles: Styles = {}): ReadInline[] {
  return joined(nodes.flatMap((node) => inline(node, refs, styles)));
}

function inline(node: Node, refs: Refs, styles: Styles): ReadInline[] {
  if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', text: (node.textContent ?? '').replace(/[ \t\r\n\f]+/gu, ' '), styles }];
  if (!(node instanceof Element)) return [];
  const tag = node.tagName.toUpperCase();
  if (skipped.has(tag)) return [];
  if (tag === 'BR') return [{ type: 'text', text: '\n', styles }];
  if (tag === 'MATH') return node.getAttribute('display') === 'block' ? [] : mathOf(node.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? node.textContent ?? '');
  const { dataset } = node as HTMLElement;
  if (tag === 'CODE' && dataset?.math !== undefined) return mathOf(node.textContent ?? '');
  if (dataset?.mention !== undefined && UUID.test(dataset.mention)) return [{ type: 'mention', props: { userId: dataset.mention.toLowerCase() } }];
  if (tag === 'A') return linkOf(node, refs, styles);
  return readInlines([...node.childNodes], refs, { ...styles, ...(isUnmarked(node) ? {} : marks[tag]), ...stylesOf(node) });
}

const mathOf = (source: string): ReadInline[] => (source.trim() === '' ? [] : [{ type: 'inlineMath', content: source.trim() }]);

function linkOf(node: Element, refs: Refs, styles: Styles): ReadInline[] {
  const href = node.getAttribute('href') ?? '';
  const target = parseMentionUrl(href);
  if (target?.kind === 'user') return [{ type: 'mention', props: { userId: target.id } }];
  const documentId = refs.documentOfUrl(href);
  if (documentId !== null) return [{ type: 'documentLink', props: { documentId } }];
  const content = readInlines([...node.childNodes], refs, styles);
  // A link holds nothing but text; an address that leads nowhere safe is none.
  if (!isSafeUrl(href) || content.length === 0) return content;
  const texts = content.filter(({ type }) => type === 'text');
  return [...(texts.length > 0 ? [{ type: 'link', href, content: texts }] : []), ...content.filter(({ type }) => type !== 'text' && type !== 'link')];
}

// Google Docs wraps everything into a <b> that isn't bold.
const isUnmarked = (node: Element): boolean => /font-weight:\s*(?:normal|[1-5]00)\b/iu.test(node.getAttribute('style') ?? '');

function stylesOf(node: Element): Styles {
  const style = node.getAttribute('style') ?? '';
  if (style === '') return {};
  const color = colourNamed(/(?:^|;)\s*color:\s*(#[\da-f]{6})/iu.exec(style)?.[1], 'text');
  const background = colourNamed(/background(?:-color)?:\s*(#[\da-f]{6})/iu.exec(style)?.[1], 'background');
  return {
    ...(/font-weight:\s*(?:bold|[6-9]00)/iu.test(style) && { bold: true }), ...(/font-style:\s*italic/iu.test(style) && { italic: true }),
    ...(/text-decoration[^;]*underline/iu.test(style) && { underline: true }), ...(/text-decoration[^;]*line-through/iu.test(style) && { strike: true }),
    ...(color && { textColor: color }), ...(background && { backgroundColor: background }),
  };
}

/** Only a colour that the editor offers. */
export function colourNamed(hex: string | undefined, side: 'text' | 'background'): string | undefined {
  return hex === undefined ? undefined : Object.entries(COLORS_DEFAULT).find(([, colours]) => colours[side] === hex.toLowerCase())?.[0];
}

/** Neighbours that look alike are one; spaces beside a line break or another space are none. */
function joined(pieces: readonly ReadInline[]): ReadInline[] {
  const made: ReadInline[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    const text = piece.type === 'text' && /\s$/u.test(last?.text ?? '') ? (piece.text ?? '').replace(/^ +/u, '') : piece.text;
    if (piece.type === 'text' && text === '') continue;
    if (last?.type === 'text' && piece.type === 'text' && JSON.stringify(last.styles) === JSON.stringify(piece.styles)) last.text = `${last.text ?? ''}${text ?? ''}`.replaceAll(' \n', '\n');
    else made.push({ ...piece, ...(text !== undefined && { text }) });
  }
  return made;
}

/** Without the space around it. */
export function trimmed(pieces: readonly ReadInline[]): ReadInline[] {
  const made = pieces.map((piece) => ({ ...piece }));
  while (made[0]?.type === 'text' && (made[0].text = (made[0].text ?? '').replace(/^[ \n]+/u, '')) === '') made.shift();
  for (let last = made.at(-1); last?.type === 'text'; last = made.at(-1)) {
    last.text = (last.text ?? '').replace(/[ \n]+$/u, '');
    if (last.text !== '') break;
    made.pop();
  }
  return made;
}
