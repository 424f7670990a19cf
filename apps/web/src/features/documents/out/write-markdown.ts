import { calloutMark, mathInCell, writableMath, writeMarkdown as writeTree } from '@parvis/rich-text';
import type { BlockContent, Definition, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { OutBlock, OutDocument, OutText } from './out-document.ts';
import { plainText } from './out-document.ts';
import { dataUrl } from './data-url.ts';
import { inlineHtml, isEmpty, tableHtml } from './write-html.ts';

interface Writing {
  words: OutDocument['words'];
  /** Pictures stand at the end, so that the text stays readable. */
  pictures: Definition[];
}

/**
 * GFM with math and callouts. What Markdown has no words for is HTML: underlined text, merged cells, what
 * opens and closes. Colours, alignment and columns are left out: columns follow one another.
 */
export function writeMarkdown({ title, blocks: all, words }: OutDocument): string {
  const writing: Writing = { words, pictures: [] };
  const children = blocks(all, writing);
  const heading: RootContent[] = title === '' ? [] : [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }];
  return writeTree({ type: 'root', children: [...heading, ...children, ...writing.pictures] });
}

const blocks = (all: readonly OutBlock[], writing: Writing): BlockContent[] => all.flatMap((each) => block(each, writing));

function block(each: OutBlock, writing: Writing): BlockContent[] {
  switch (each.kind) {
    case 'paragraph': return [...(isEmpty(each.text) ? [] : [paragraph(each.text)]), ...blocks(each.children, writing)];
    case 'heading': return [{ type: 'heading', depth: each.level as 1 | 2 | 3, children: inlines(each.text.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', ' ') }))) }, ...blocks(each.children, writing)];
    case 'quote': return [{ type: 'blockquote', children: [paragraph(each.text), ...blocks(each.children, writing)] }];
    case 'callout': {
      const mark = { type: 'paragraph', children: [calloutMark(each.callout), { type: 'text', value: '\n' }, ...inlines(each.text)] } as BlockContent;
      return [{ type: 'blockquote', children: [mark, ...blocks(each.children, writing)] }];
    }
    case 'list': {
      const children = each.items.map(({ text, checked, children: inner }): ListItem => ({ type: 'listItem', spread: false, checked: checked ?? null, children: [paragraph(text), ...blocks(inner, writing)] }));
      return [{ type: 'list', ordered: each.ordered, start: each.start, spread: false, children }];
    }
    case 'toggle': {
      const text = inlineHtml(each.text);
      return [{ type: 'html', value: `<details open><summary>${each.level === undefined ? text : `<h${each.level}>${text}</h${each.level}>`}</summary>` }, ...blocks(each.children, writing), { type: 'html', value: '</details>' }];
    }
    case 'code': return [{ type: 'code', lang: each.language === 'text' ? null : each.language, value: each.value }];
    case 'math': return [{ type: 'math', value: each.value } as BlockContent];
    case 'table': return [isPlain(each) ? table(each) : { type: 'html', value: tableHtml(each) }];
    case 'image': return image(each, writing);
    case 'card': return [paragraph([{ text: each.label, href: each.href }, ...(each.caption === '' ? [] : [{ text: ` ${each.caption}` }])])];
    case 'columns': return each.columns.flatMap((column) => blocks(column.blocks, writing));
    case 'rule': return [{ type: 'thematicBreak' }];
  }
}

const paragraph = (text: readonly OutText[]): BlockContent => ({ type: 'paragraph', children: inlines(text) });

function image({ picture, name, alt, caption }: Extract<OutBlock, { kind: 'image' }>, { words, pictures }: Writing): BlockContent[] {
  if (!picture) return [paragraph([{ text: words.missingImage(name) }]), ...(caption === '' ? [] : [paragraph([{ text: caption, italic: true }])])];
  const label = `picture-${pictures.length + 1}`;
  pictures.push({ type: 'definition', identifier: label, label, url: dataUrl(picture), title: caption || null });
  return [{ type: 'paragraph', children: [{ type: 'imageReference', referenceType: 'full', identifier: label, label, alt: alt || caption || name }] }];
}

/** Whether the pipes of GFM can say it: one header row, no merged cells, one line in each. */
function isPlain({ rows, headerRows }: Extract<OutBlock, { kind: 'table' }>): boolean {
  return headerRows <= 1 && rows.every((cells, row) => cells.every(({ colspan, rowspan, text, header }) => colspan === 1 && rowspan === 1 && header === (row < headerRows) && !plainText(text).includes('\n')));
}

function table({ rows, columns, headerRows }: Extract<OutBlock, { kind: 'table' }>): Table {
  const align = Array.from({ length: columns }, (_, column) => {
    const side = rows[0]?.[column]?.align;
    return side === 'center' || side === 'right' ? side : null;
  });
  const children = rows.map((cells) => ({ type: 'tableRow' as const, children: cells.map(({ text }) => ({ type: 'tableCell' as const, children: inlines(text.map((piece) => (piece.math ? { ...piece, text: mathInCell(piece.text) } : piece))) })) }));
  // GFM has no table without a header.
  const empty = { type: 'tableRow' as const, children: Array.from({ length: columns }, () => ({ type: 'tableCell' as const, children: [] })) };
  return { type: 'table', align, children: headerRows === 1 ? children : [empty, ...children] };
}

/** Pieces of one link are one link, so that its marks stand within it. */
function inlines(text: readonly OutText[]): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (let at = 0; at < text.length;) {
    const { href, userId, documentId } = text[at]!;
    let end = at + 1;
    while (href && text[end]?.href === href && text[end]?.documentId === documentId) end += 1;
    const content = text.slice(at, end).flatMap(piece);
    if (userId) made.push({ type: 'link', url: `mention:user/${userId}`, children: content });
    else if (href) made.push({ type: 'link', url: href, children: content });
    else made.push(...content);
    at = end;
  }
  return made;
}

function piece(text: OutText): PhrasingContent[] {
  if (text.math) {
    const value = writableMath(text.text);
    return value === '' ? [] : [{ type: 'inlineMath', value } as PhrasingContent];
  }
  if (text.text === '') return [];
  if (text.code) return marked([{ type: 'inlineCode', value: text.text }], text);
  // Marks that begin or end with a space are none to Markdown.
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text.text) ?? [];
  if (core === '') return lines(text.text);
  return [...lines(before), ...marked(lines(core), text), ...lines(after)];
}

function lines(value: string): PhrasingContent[] {
  return value.split('\n').flatMap((line, index): PhrasingContent[] => [...(index > 0 ? [{ type: 'break' } as const] : []), ...(line === '' ? [] : [{ type: 'text', value: line } as const])]);
}

function marked(content: PhrasingContent[], { strike, italic, bold, underline }: OutText): PhrasingContent[] {
  let made = content;
  if (strike) made = [{ type: 'delete', children: made }];
  if (italic) made = [{ type: 'emphasis', children: made }];
  if (bold) made = [{ type: 'strong', children: made }];
  return underline ? [{ type: 'html', value: '<u>' }, ...made, { type: 'html', value: '</u>' }] : made;
}

