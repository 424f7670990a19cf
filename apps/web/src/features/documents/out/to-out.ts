import { COLORS_DEFAULT } from '@blocknote/core';
import type { CalloutKind } from '@parvis/rich-text';
import type { AnyBlock, AnyInline, AnyTable } from './any-block.ts';
import { sourceOf } from './any-block.ts';
import type { OutAlign, OutBlock, OutCell, OutItem, OutPicture, OutText } from './out-document.ts';

/** What the blocks refer to, looked up before. */
export interface OutKnown {
  personName: (userId: string) => string;
  document: (documentId: string) => { title: string; href: string };
  embed: (kind: string, refId: string) => { label: string; href: string };
  /** Null for one that couldn't be had. */
  picture: (blockId: string) => OutPicture | null;
  /** An address that leads there from anywhere. */
  absolute: (url: string) => string;
}

const LISTS = new Set(['bulletListItem', 'numberedListItem', 'checkListItem']);

/** The blocks of a document, grouped for writers. */
export function toOut(blocks: readonly AnyBlock[], known: OutKnown): OutBlock[] {
  const made: OutBlock[] = [];
  let last: AnyBlock | undefined;
  for (const block of blocks) {
    if (!LISTS.has(block.type)) made.push(...one(block, known));
    else {
      const open = made.at(-1);
      const goesOn = last?.type === block.type && (block.type !== 'numberedListItem' || block.props.start === undefined);
      if (goesOn && open?.kind === 'list') open.items.push(item(block, known));
      else made.push({ kind: 'list', ordered: block.type === 'numberedListItem', start: Number(block.props.start ?? 1), items: [item(block, known)] });
    }
    last = block;
  }
  return made;
}

function item(block: AnyBlock, known: OutKnown): OutItem {
  return { ...looks(block.props), ...(block.type === 'checkListItem' && { checked: block.props.checked === true }), text: texts(block.content, known), children: toOut(block.children, known) };
}

function one(block: AnyBlock, known: OutKnown): OutBlock[] {
  const { props } = block;
  const string = (name: string) => String(props[name] ?? '');
  const withText = () => ({ ...looks(props), text: texts(block.content, known), children: toOut(block.children, known) });
  switch (block.type) {
    case 'paragraph': return [{ kind: 'paragraph', ...withText() }];
    case 'heading': return [{ kind: props.isToggleable === true ? 'toggle' : 'heading', level: Number(props.level ?? 1), ...withText() }];
    case 'toggleListItem': return [{ kind: 'toggle', ...withText() }];
    case 'quote': return [{ kind: 'quote', ...withText() }];
    case 'callout': return [{ kind: 'callout', callout: string('kind') as CalloutKind, ...withText() }];
    case 'codeBlock': return [{ kind: 'code', language: string('language'), value: sourceOf(block.content) }, ...toOut(block.children, known)];
    case 'math': return [{ kind: 'math', value: sourceOf(block.content) }, ...toOut(block.children, known)];
    case 'divider': return [{ kind: 'rule' }];
    case 'table': return [table(block.content as AnyTable, known)];
    case 'image': {
      const width = Number(props.previewWidth ?? 0);
      return [{ kind: 'image', picture: known.picture(block.id), name: string('name'), alt: string('alt'), caption: string('caption'), ...(width > 0 && { width }), ...alignOf(props) }, ...toOut(block.children, known)];
    }
    case 'video': case 'audio': case 'file':
      return string('url') === '' && string('name') === '' ? [] : [{ kind: 'card', label: string('name') || string('url'), href: known.absolute(string('url')), caption: string('caption') }, ...toOut(block.children, known)];
    case 'embed': return [{ kind: 'card', ...known.embed(string('kind'), string('refId')), caption: '' }];
    case 'columnList': return [{ kind: 'columns', columns: block.children.map((column) => ({ width: Number(column.props.width ?? 1), blocks: toOut(column.children, known) })) }];
    // One that was added since still says what it says.
    default: return [{ kind: 'paragraph', ...withText() }];
  }
}

function table({ columnWidths = [], headerRows = 0, headerCols = 0, rows }: AnyTable, known: OutKnown): OutBlock {
  const made = rows.map(({ cells }, row): OutCell[] => cells.map((cell, column) => {
    const { props, content } = Array.isArray(cell) ? { props: {}, content: cell } : cell;
    return { ...looks(props), text: texts(content, known), colspan: Number(props.colspan ?? 1), rowspan: Number(props.rowspan ?? 1), header: row < headerRows || column < headerCols };
  }));
  const columns = Math.max(columnWidths.length, 1, ...made.slice(0, 1).map((cells) => cells.reduce((sum, { colspan }) => sum + colspan, 0)));
  return { kind: 'table', columns, widths: columnWidths, headerRows, rows: made };
}

function alignOf({ textAlignment }: Record<string, unknown>): { align?: OutAlign } {
  return typeof textAlignment === 'string' && textAlignment !== 'left' ? { align: textAlignment as OutAlign } : {};
}

function looks(props: Record<string, unknown>): { align?: OutAlign; color?: string; background?: string } {
  const color = colourOf(props.textColor, 'text');
  const background = colourOf(props.backgroundColor, 'background');
  return { ...alignOf(props), ...(color && { color }), ...(background && { background }) };
}

function colourOf(name: unknown, side: 'text' | 'background'): string | undefined {
  if (typeof name !== 'string' || name === 'default') return undefined;
  const hex = COLORS_DEFAULT[name]?.[side] ?? name;
  return /^#[\da-f]{6}$/iu.test(hex) ? hex.slice(1).toLowerCase() : undefined;
}

const MARKS = ['bold', 'italic', 'underline', 'strike', 'code'] as const;

function texts(content: unknown, known: OutKnown): OutText[] {
  if (typeof content === 'string') return content === '' ? [] : [{ text: content }];
  if (!Array.isArray(content)) return [];
  return (content as AnyInline[]).flatMap((piece): OutText[] => {
    switch (piece.type) {
      case 'text': {
        const styles = piece.styles ?? {};
        const color = colourOf(styles.textColor, 'text');
        const background = colourOf(styles.backgroundColor, 'background');
        return [{ text: piece.text ?? '', ...Object.fromEntries(MARKS.filter((mark) => styles[mark] === true).map((mark) => [mark, true])), ...(color && { color }), ...(background && { background }) }];
      }
      case 'link': return texts(piece.content, known).map((text) => ({ ...text, href: piece.href ?? '' }));
      case 'mention': return [{ text: `@${known.personName(String(piece.props?.userId ?? ''))}`, userId: String(piece.props?.userId ?? '') }];
      case 'documentLink': {
        const documentId = String(piece.props?.documentId ?? '');
        const { title, href } = known.document(documentId);
        return [{ text: title, href, documentId }];
      }
      case 'inlineMath': return [{ text: sourceOf(piece.content), math: true }];
      default: return texts(piece.content, known);
    }
  });
}
