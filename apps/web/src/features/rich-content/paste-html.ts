import { isSafeUrl, MESSAGE_TEXT_LIMIT } from '@parvis/rich-text';
import { element } from './paste-element.ts';
import { looksOf } from './paste-looks.ts';
import type { Looks } from './paste-looks.ts';
import { tableOf } from './paste-table.ts';
import { nestWordLists } from './paste-word.ts';

/*
 * What other programs put into the clipboard, as the few elements that a message can hold. The source
 * is parsed in a document of its own, in which nothing loads or runs, and is never put into ours: new
 * elements are made, so that no attribute comes through by being overlooked.
 */

/** Longer HTML is mostly looks, and more elements than this take too long: its text alone is taken. */
const HTML_LIMIT = 4_000_000;
const ELEMENT_LIMIT = 20_000;
const DEPTH_LIMIT = 60;

const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'MATH', 'IFRAME', 'OBJECT', 'EMBED', 'CANVAS', 'AUDIO', 'VIDEO', 'HEAD', 'TITLE', 'META', 'LINK', 'SELECT', 'TEXTAREA', 'COL', 'COLGROUP', 'CAPTION']);
const kept = new Set(['P', 'UL', 'OL', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HR', 'BR']);
const blocks = new Set([...kept, 'LI', 'DIV', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'FIGURE', 'FIGCAPTION', 'PRE', 'TABLE', 'DL', 'DT', 'DD', 'ADDRESS', 'DETAILS', 'SUMMARY', 'FORM', 'FIELDSET', 'CENTER', 'BODY', 'HTML', 'TR', 'TD', 'TH', 'TBODY']);
blocks.delete('BR');
const markOf: Record<string, 'strong' | 'em' | 's'> = { STRONG: 'strong', B: 'strong', EM: 'em', I: 'em', CITE: 'em', S: 's', DEL: 's', STRIKE: 's' };

export interface CleanOptions {
  /** Characters of text that are taken of what is too large to be cleaned. */
  textLimit: number;
  /** Puts an empty line between paragraphs that have space around them, for where a paragraph is a line. */
  spaced: boolean;
}

export function cleanHtml(html: string, { textLimit, spaced }: CleanOptions = { textLimit: 2 * MESSAGE_TEXT_LIMIT, spaced: true }): string {
  const clipped = html.slice(0, HTML_LIMIT);
  const source = new DOMParser().parseFromString(clipped, 'text/html');
  const holder = element('div');
  if (source.querySelectorAll('*').length > ELEMENT_LIMIT || html.length > HTML_LIMIT) {
    holder.append(element('p', (source.body.textContent ?? '').slice(0, textLimit)));
    return holder.innerHTML;
  }
  nestWordLists(source.body);
  holder.append(...contentOf(source.body, { depth: 0, looks: looksOf(source.body) }));
  setApart(holder, spaced);
  return holder.innerHTML;
}

// In the composer a paragraph is a line, and an empty one the space between two.
function setApart(holder: Element, spaced: boolean): void {
  for (const paragraph of holder.querySelectorAll('p[data-apart]')) {
    delete (paragraph as HTMLElement).dataset.apart;
    if (spaced && paragraph.previousElementSibling?.tagName === 'P') paragraph.before(element('p'));
  }
}

// Word, Google Docs and mail programs write every line as a paragraph without space around it.
function isApart(node: Element): boolean {
  return node.tagName === 'P' && !/\bMso/u.test(node.className) && !/margin(?:-top|-bottom|-block)?:\s*0/iu.test(node.getAttribute('style') ?? '');
}

interface Place {
  depth: number;
  looks: Looks;
}

/** The children of an element, cleaned. */
function contentOf(parent: globalThis.Node, place: Place): globalThis.Node[] {
  if (place.depth > DEPTH_LIMIT) return [document.createTextNode(parent.textContent ?? '')];
  return [...parent.childNodes].flatMap((child) => cleaned(child, { ...place, depth: place.depth + 1 }));
}

function cleaned(node: globalThis.Node, place: Place): globalThis.Node[] {
  if (node.nodeType === globalThis.Node.TEXT_NODE) return textOf(node.textContent ?? '', place.looks);
  if (!(node instanceof Element)) return [];
  const name = node.tagName.toUpperCase();
  if (dropped.has(name) || isHidden(node)) return [];
  const looks = looksOf(node, place.looks);
  const inner = { ...place, looks };
  if (name === 'IMG') return textOf(emojiOf(node), looks);
  if (name === 'INPUT') return [];
  if (name === 'PRE' || looks.isCodeBlock) return [codeOf(node, place)];
  if (name === 'CODE' || name === 'KBD' || name === 'SAMP' || name === 'TT') return textOf(node.textContent ?? '', { ...looks, code: true });
  if (name === 'A') return linkOf(node, inner);
  // The header is bold by itself.
  if (name === 'TABLE') return tableOf(node, (cell, isHeader) => paragraphsOf(contentOf(cell, isHeader ? { ...inner, looks: { ...looks, strong: false } } : inner)));
  if (name === 'LI') return [itemOf(node, inner)];
  if (name === 'UL' || name === 'OL') return [listOf(node, inner)];
  if (name === 'BR') return [element('br')];
  const mark = markOf[name];
  if (mark) return contentOf(node, { ...inner, looks: { ...looks, ...(hasNormalWeight(node) ? {} : { [mark]: true }) } });
  if (kept.has(name)) {
    const made = element(name, ...contentOf(node, isHeading(name) ? { ...inner, looks: { ...looks, strong: false } } : inner));
    if (isApart(node)) made.dataset.apart = '';
    return [made];
  }
  // The other blocks only separate lines.
  return blocks.has(name) ? blockOf(node, inner) : contentOf(node, inner);
}

function blockOf(node: Element, place: Place): globalThis.Node[] {
  const content = contentOf(node, place);
  return content.some((child) => child instanceof Element && blocks.has(child.tagName)) ? paragraphsOf(content) : [element('p', ...content)];
}

/** Runs of text between blocks as paragraphs of their own. */
function paragraphsOf(nodes: readonly globalThis.Node[]): globalThis.Node[] {
  const result: globalThis.Node[] = [];
  let run: globalThis.Node[] = [];
  const end = () => {
    if (run.some((node) => (node.textContent ?? '').trim() !== '')) result.push(element('p', ...run));
    run = [];
  };
  for (const node of nodes) {
    if (node instanceof Element && blocks.has(node.tagName)) {
      end();
      result.push(node);
    } else run.push(node);
  }
  end();
  return result;
}

function isHeading(name: string): boolean {
  return /^H[1-6]$/u.test(name);
}

// Google Docs wraps everything into a <b> that isn't bold.
function hasNormalWeight(node: Element): boolean {
  return /font-weight:\s*(?:normal|[1-5]00)\b/iu.test(node.getAttribute('style') ?? '');
}

function isHidden(node: Element): boolean {
  return node.hasAttribute('hidden') || /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/iu.test(node.getAttribute('style') ?? '');
}

function textOf(text: string, looks: Looks): globalThis.Node[] {
  const clean = looks.preformatted ? text : text.replace(/[ \t\r\n\f]+/gu, ' ');
  if (clean === '') return [];
  if (clean.trim() === '' && !looks.code) return [document.createTextNode(clean)];
  const lines = looks.preformatted ? clean.split('\n') : [clean];
  const wrapped = lines.flatMap((line, index): (globalThis.Node | string)[] => [...(index > 0 ? [element('br')] : []), line]);
  const marks = (['code', 's', 'em', 'strong'] as const).filter((mark) => looks[mark]);
  return marks.length === 0 ? wrapped.map((piece) => (typeof piece === 'string' ? document.createTextNode(piece) : piece)) : [marks.reduce((content, mark) => [element(mark, ...content)], wrapped)[0] as globalThis.Node];
}

// Pictures would be fetched from wherever they are; an emoji drawn as one is a text after all.
function emojiOf(node: Element): string {
  const alt = node.getAttribute('alt') ?? '';
  return /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\p{RI})+$/u.test(alt) && !/^[\d#*]+$/u.test(alt) ? alt : '';
}

function linkOf(node: Element, place: Place): globalThis.Node[] {
  const content = contentOf(node, { ...place, looks: { ...place.looks, underlined: false } });
  const url = node.getAttribute('href') ?? '';
  // The sign beside a heading that links to it.
  if (url.startsWith('#') && (node.textContent ?? '').trim().length <= 1) return [];
  const hasBlocks = content.some((child) => child instanceof Element && blocks.has(child.tagName));
  if (!isSafeUrl(url) || hasBlocks || content.every((child) => (child.textContent ?? '').trim() === '')) return content;
  const link = element('a', ...content);
  link.setAttribute('href', url);
  return [link];
}

function codeOf(node: Element, place: Place): globalThis.Node {
  const classes = [node, node.querySelector('code'), node.parentElement].map((each) => each?.getAttribute('class') ?? '').join(' ');
  const language = /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s*([\w+#-]+)/iu.exec(classes)?.[1]?.toLowerCase();
  const code = element('code', linesOf(node, place.depth).trimEnd());
  if (language) code.className = `language-${language}`;
  return element('pre', code);
}

/** The text of code, of which some programs make every line a block. */
function linesOf(node: globalThis.Node, depth: number): string {
  if (depth > DEPTH_LIMIT || node.nodeType === globalThis.Node.TEXT_NODE) return node.textContent ?? '';
  return [...node.childNodes]
    .map((child) => {
      const name = child instanceof Element ? child.tagName.toUpperCase() : '';
      if (name === 'BR') return '\n';
      const text = linesOf(child, depth + 1);
      return blocks.has(name) && child.nextSibling && !text.endsWith('\n') ? `${text}\n` : text;
    })
    .join('')
    .replace(/\u00A0/gu, ' ');
}

function itemOf(node: Element, place: Place): HTMLElement {
  const item = element('li', ...paragraphsOf(contentOf(node, place)));
  const box = node.querySelector(':scope > input[type=checkbox], :scope > label > input[type=checkbox], :scope > p > input[type=checkbox]');
  const checked = box ? box.hasAttribute('checked') : ({ true: true, false: false })[node.getAttribute('aria-checked') ?? node.getAttribute('data-checked') ?? ''];
  if (checked !== undefined) item.dataset.checked = String(checked);
  return item;
}

/** A list of items only: what stands between them, such as a list right in a list, goes into the item before. */
function listOf(node: Element, place: Place): HTMLElement {
  const list = element(node.tagName);
  const start = Number(node.getAttribute('start') ?? 1);
  if (node.tagName.toUpperCase() === 'OL' && Number.isInteger(start) && start !== 1 && start >= 0) list.setAttribute('start', String(start));
  for (const child of paragraphsOf(contentOf(node, place))) {
    if (child instanceof Element && child.tagName === 'LI') list.append(child);
    else (list.lastElementChild ?? list.appendChild(element('li'))).append(child);
  }
  return list;
}
