import { CALLOUT_KINDS } from '@parvis/rich-text';
import { IMPORT_LIMITS } from './import-limits.ts';
import type { ReadBlock, ReadDocument, ReadInline } from './read-block.ts';
import { ImportRefused } from './read-block.ts';
import { readInlines, trimmed } from './read-inline.ts';
import type { Refs } from './read-inline.ts';
import { pictureOf } from './read-picture.ts';
import { readTable } from './read-table.ts';

const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'CANVAS', 'AUDIO', 'VIDEO', 'HEAD', 'SELECT', 'TEXTAREA', 'BUTTON', 'SVG']);
const groups = new Set(['DIV', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'DL', 'DT', 'DD', 'ADDRESS', 'FORM', 'FIELDSET', 'CENTER', 'BODY', 'FIGURE']);
const leaves = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'TABLE', 'HR', 'IMG', 'DETAILS', 'SUMMARY', 'FIGCAPTION']);

interface Reading {
  refs: Refs;
  pictures: ReadDocument['pictures'];
}

/**
 * The blocks that a page says. It is parsed in a document of its own, in which nothing loads or runs; only
 * what a document can hold is taken. A picture from elsewhere becomes a link to it.
 * @throws ImportRefused complex
 */
export function readHtml(html: string, refs: Refs): ReadDocument {
  const { body, title } = new DOMParser().parseFromString(html, 'text/html');
  const elements = body.getElementsByTagName('*');
  if (elements.length > IMPORT_LIMITS.elements || isTooDeep(body)) throw new ImportRefused('complex');
  const reading: Reading = { refs, pictures: [] };
  const blocks = blocksOf([...body.childNodes], reading, 0);
  if (reading.pictures.length > IMPORT_LIMITS.pictures || blocks.some((block) => JSON.stringify(block).length > IMPORT_LIMITS.block)) throw new ImportRefused('complex');
  const [first] = blocks;
  const isTitle = first?.type === 'heading' && first.props?.level === 1 && Array.isArray(first.content) && (first.children ?? []).length === 0;
  const heading = isTitle ? (first.content as ReadInline[]).map(({ text, content }) => text ?? (Array.isArray(content) ? content.map((piece) => piece.text ?? '').join('') : content ?? '')).join('').trim() : '';
  return { title: heading || title.trim(), blocks: heading === '' ? blocks : blocks.slice(1), pictures: reading.pictures };
}

/** Without recursion, which is what it guards. */
function isTooDeep(root: Element): boolean {
  let depth = 0;
  for (let level: Element[] = [root]; level.length > 0; level = level.flatMap((element) => [...element.children])) {
    depth += 1;
    if (depth > IMPORT_LIMITS.depth) return true;
  }
  return false;
}

const isBlock = (node: Node): node is Element => node instanceof Element && (leaves.has(name(node)) || groups.has(name(node)) || (name(node) === 'MATH' && node.getAttribute('display') === 'block'));
const name = (element: Element): string => element.tagName.toUpperCase();
const hasBlock = (element: Element): boolean => [...element.children].some((child) => isBlock(child) || (!dropped.has(name(child)) && name(child) !== 'MATH' && hasBlock(child)));

/** Runs of text between blocks are paragraphs. */
function blocksOf(nodes: readonly Node[], reading: Reading, depth: number): ReadBlock[] {
  const made: ReadBlock[] = [];
  let run: Node[] = [];
  const endRun = () => {
    const content = trimmed(readInlines(run, reading.refs));
    if (content.length > 0) made.push({ type: 'paragraph', content });
    run = [];
  };
  for (const node of nodes) {
    if (node instanceof Element && dropped.has(name(node))) continue;
    const breaks = isBlock(node) || (node instanceof Element && name(node) !== 'MATH' && hasBlock(node));
    if (!breaks) {
      run.push(node);
      continue;
    }
    endRun();
    const last = made.at(-1);
    if (node instanceof HTMLElement && node.dataset.children !== undefined && last && depth < IMPORT_LIMITS.nesting) last.children = [...(last.children ?? []), ...blocksOf([...node.childNodes], reading, depth + 1)];
    else if (node instanceof HTMLElement && node.matches('p.caption') && last?.type === 'image' && last.props) last.props.caption ||= (node.textContent ?? '').trim();
    else made.push(...blockOf(node as Element, reading, depth));
  }
  endRun();
  return made;
}

function blockOf(element: Element, reading: Reading, depth: number): ReadBlock[] {
  const data = element instanceof HTMLElement ? element.dataset : {};
  if (data.columns !== undefined && depth === 0) return columnsOf(element, reading);
  if (data.math !== undefined) return [{ type: 'math', content: element.textContent ?? '' }];
  const tag = name(element);
  switch (tag) {
    case 'P': return textBlock('paragraph', element, reading);
    case 'H1': case 'H2': case 'H3': case 'H4': case 'H5': case 'H6': return textBlock('heading', element, reading, { level: Math.min(3, Number(tag[1])) });
    case 'UL': case 'OL': return listOf(element, reading, depth);
    case 'LI': return [itemOf(element, 'bulletListItem', reading, depth)];
    case 'BLOCKQUOTE': return quoteOf(element, reading, depth);
    case 'PRE': return [codeOf(element)];
    case 'MATH': return [{ type: 'math', content: latexOf(element) }];
    case 'TABLE': return readTable(element, reading.refs);
    case 'HR': return [{ type: 'divider' }];
    case 'IMG': return imageOf(element, '', reading);
    case 'FIGURE': return figureOf(element, reading, depth);
    case 'DETAILS': return toggleOf(element, reading, depth);
    default: return blocksOf([...element.childNodes], reading, depth);
  }
}

const latexOf = (element: Element): string => element.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? element.textContent ?? '';

function alignOf(element: Element): { textAlignment?: string } {
  const align = /text-align:\s*(center|right|justify)/iu.exec(element.getAttribute('style') ?? '')?.[1] ?? element.getAttribute('align') ?? '';
  return ['center', 'right', 'justify'].includes(align) ? { textAlignment: align } : {};
}

/** What is within a line in a document's own right, such as a picture, follows it. */
function textBlock(type: string, element: Element, reading: Reading, props: Record<string, unknown> = {}): ReadBlock[] {
  const inner = [...element.querySelectorAll('img, math[display="block"], table, ul, ol, pre')];
  const content = trimmed(readInlines([...element.childNodes], reading.refs));
  const others = inner.filter((each) => !inner.some((outer) => outer !== each && outer.contains(each))).flatMap((each) => blockOf(each, reading, IMPORT_LIMITS.nesting));
  return content.length === 0 && others.length > 0 ? others : [{ type, props: { ...props, ...alignOf(element) }, content }, ...others];
}

function listOf(list: Element, reading: Reading, depth: number): ReadBlock[] {
  const made: ReadBlock[] = [];
  const start = Number(list.getAttribute('start') ?? 1);
  for (const child of list.childNodes) {
    if (!(child instanceof Element) || dropped.has(name(child))) continue;
    const last = made.at(-1);
    // A list right in a list belongs to the item before.
    if (name(child) !== 'LI') {
      const stray = blocksOf([child], reading, depth + 1);
      if (last) last.children = [...(last.children ?? []), ...stray];
      else made.push(...stray);
      continue;
    }
    const item = itemOf(child, name(list) === 'OL' ? 'numberedListItem' : 'bulletListItem', reading, depth);
    if (item.type === 'numberedListItem' && made.length === 0 && Number.isInteger(start) && start !== 1 && start >= 0) item.props = { ...item.props, start };
    made.push(item);
  }
  return depth < IMPORT_LIMITS.nesting ? made : made.flatMap(({ children, ...item }) => [item, ...(children ?? [])]);
}

function itemOf(element: Element, type: string, reading: Reading, depth: number): ReadBlock {
  const box = element.querySelector(':scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]');
  const [first, ...rest] = blocksOf([...element.childNodes], reading, depth + 1);
  const said = first?.type === 'paragraph' ? first : undefined;
  const children = [...(said?.children ?? []), ...(said || !first ? rest : [first, ...rest])];
  const marked = box ? { type: 'checkListItem', props: { checked: box.hasAttribute('checked') } } : { type };
  return { ...marked, content: (said?.content ?? []) as ReadInline[], ...(children.length > 0 && { children }) };
}

function quoteOf(element: Element, reading: Reading, depth: number): ReadBlock[] {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const label of copy.querySelectorAll('[data-label]')) label.remove();
  const [first, ...rest] = blocksOf([...copy.childNodes], reading, depth + 1);
  const said = first?.type === 'paragraph' ? (first.content as ReadInline[]) : [];
  const inner = first && first.type !== 'paragraph' ? [first, ...rest] : rest;
  const children = inner.length > 0 ? { children: inner } : {};
  const head = said[0];
  const mark = /^\[!(note|tip|important|warning|caution)\]\s*/iu.exec(head?.text ?? '');
  const named = copy.dataset.callout ?? /(?:^|\s)callout-(\w+)/u.exec(copy.className)?.[1] ?? mark?.[1]?.toLowerCase();
  const kind = CALLOUT_KINDS.find((each) => each === named);
  if (!kind) return [{ type: 'quote', content: said, ...children }];
  const content = mark && head ? trimmed([{ ...head, text: (head.text ?? '').slice(mark[0].length) }, ...said.slice(1)]) : said;
  return [{ type: 'callout', props: { kind }, content, ...children }];
}

function codeOf(element: Element): ReadBlock {
  const classes = [element, element.querySelector('code')].map((each) => each?.getAttribute('class') ?? '').join(' ');
  const language = /(?:^|\s)(?:language|lang)-([\w+#-]+)/iu.exec(classes)?.[1]?.toLowerCase() ?? 'text';
  for (const line of element.querySelectorAll('br')) line.replaceWith('\n');
  return { type: 'codeBlock', props: { language }, content: (element.textContent ?? '').replace(/\n$/u, '') };
}

function imageOf(element: Element, caption: string, reading: Reading): ReadBlock[] {
  const address = element.getAttribute('src') ?? '';
  const alt = element.getAttribute('alt') ?? '';
  const title = element.getAttribute('title') ?? '';
  const file = pictureOf(address, element.getAttribute('data-name') || alt || title);
  if (file) {
    const width = Number(element.getAttribute('width') ?? 0);
    const block: ReadBlock = { type: 'image', props: { name: file.name, caption: caption || title, alt, ...(width > 0 && { previewWidth: width }), ...alignOf(element.parentElement ?? element) } };
    reading.pictures.push({ block, file });
    return [block];
  }
  const text = alt || caption || title || address.slice(0, 200);
  if (/^https?:\/\//iu.test(address)) return [{ type: 'paragraph', content: [{ type: 'link', href: address, content: [{ type: 'text', text, styles: {} }] }] }];
  return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text, styles: {} }] }];
}

function figureOf(element: Element, reading: Reading, depth: number): ReadBlock[] {
  const image = element.querySelector('img');
  const caption = (element.querySelector('figcaption')?.textContent ?? '').trim();
  return image ? imageOf(image, caption, reading) : blocksOf([...element.childNodes], reading, depth);
}

function toggleOf(element: Element, reading: Reading, depth: number): ReadBlock[] {
  const summary = element.querySelector(':scope > summary');
  const heading = summary?.querySelector('h1, h2, h3');
  const content = summary ? trimmed(readInlines([...(heading ?? summary).childNodes], reading.refs)) : [];
  const children = blocksOf([...element.childNodes].filter((child) => child !== summary), reading, depth + 1);
  const head: ReadBlock = heading ? { type: 'heading', props: { level: Number(name(heading)[1]), isToggleable: true }, content } : { type: 'toggleListItem', content };
  return depth < IMPORT_LIMITS.nesting ? [{ ...head, ...(children.length > 0 && { children }) }] : [head, ...children];
}

function columnsOf(element: Element, reading: Reading): ReadBlock[] {
  const columns = [...element.children].map((column): ReadBlock => {
    const inner = blocksOf([...column.childNodes], reading, 1);
    const width = Number(column.getAttribute('data-column') ?? 1);
    return { type: 'column', props: { width: width > 0 && width < 10 ? width : 1 }, children: inner.length > 0 ? inner : [{ type: 'paragraph' }] };
  });
  return columns.length > 1 ? [{ type: 'columnList', children: columns }] : columns.flatMap(({ children }) => children ?? []);
}
