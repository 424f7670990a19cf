import { dataUrl } from './data-url.ts';
import { mathElement } from './math.ts';
import type { OutAlign, OutBlock, OutCell, OutDocument, OutText } from './out-document.ts';
import { plainText } from './out-document.ts';
import { pageStyle } from './page-style.ts';

/** A page that stands alone: its pictures are within it, and it asks nothing of anybody. */
export function writeHtml({ title, language, blocks, words }: OutDocument): string {
  const body = `<main>${title === '' ? '' : `<h1 class="title">${escape(title)}</h1>`}\n${blocks.map((each) => block(each, words)).join('\n')}\n</main>`;
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escape(title)}</title>\n<style>${pageStyle}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

const escape = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

interface Styled {
  align?: OutAlign;
  color?: string;
  background?: string;
}

function style({ align, color, background }: Styled): string {
  const rules = [align && `text-align:${align}`, color && `color:#${color}`, background && `background-color:#${background}`].filter(Boolean);
  return rules.length === 0 ? '' : ` style="${rules.join(';')}"`;
}

type Words = OutDocument['words'];

function block(each: OutBlock, words: Words): string {
  const inner = (blocks: readonly OutBlock[]) => blocks.map((child) => block(child, words)).join('\n');
  const indented = (blocks: readonly OutBlock[]) => (blocks.length === 0 ? '' : `\n<div class="inner" data-children>${inner(blocks)}</div>`);
  switch (each.kind) {
    case 'paragraph': return `<p${style(each)}>${inlineHtml(each.text)}</p>${indented(each.children)}`;
    case 'heading': return `<h${each.level}${style(each)}>${inlineHtml(each.text)}</h${each.level}>${indented(each.children)}`;
    case 'quote': return `<blockquote${style(each)}><p>${inlineHtml(each.text)}</p>${inner(each.children)}</blockquote>`;
    case 'callout': return `<blockquote class="callout" data-callout="${each.callout}"><p><strong data-label>${escape(words.callout[each.callout])}</strong> ${inlineHtml(each.text)}</p>${inner(each.children)}</blockquote>`;
    case 'list': {
      const tag = each.ordered ? 'ol' : 'ul';
      const items = each.items.map((item) => {
        const box = item.checked === undefined ? '' : `<input type="checkbox" disabled${item.checked ? ' checked' : ''}> `;
        return `<li${item.checked === undefined ? '' : ' class="task"'}${style(item)}>${box}${inlineHtml(item.text)}${item.children.length === 0 ? '' : `\n${inner(item.children)}`}</li>`;
      });
      return `<${tag}${each.ordered && each.start !== 1 ? ` start="${each.start}"` : ''}>${items.join('\n')}</${tag}>`;
    }
    case 'toggle': {
      const text = inlineHtml(each.text);
      return `<details open><summary${style(each)}>${each.level === undefined ? text : `<h${each.level}>${text}</h${each.level}>`}</summary>\n${inner(each.children)}\n</details>`;
    }
    case 'code': return `<pre><code${each.language === '' ? '' : ` class="language-${escape(each.language)}"`}>${escape(each.value)}</code></pre>`;
    case 'math': return `<div class="math">${mathHtml(each.value, true)}</div>`;
    case 'table': return tableHtml(each);
    case 'image': return imageHtml(each, words);
    case 'card': return `<p class="card"><a href="${escape(each.href)}">${escape(each.label)}</a>${each.caption === '' ? '' : ` ${escape(each.caption)}`}</p>`;
    case 'columns': return `<div class="columns" data-columns>${each.columns.map(({ width, blocks }) => `<div data-column="${width}" style="flex:${width}">${inner(blocks)}</div>`).join('')}</div>`;
    case 'rule': return '<hr>';
  }
}

function imageHtml({ picture, name, alt, caption, width, align }: Extract<OutBlock, { kind: 'image' }>, words: Words): string {
  const under = caption === '' ? '' : `<figcaption>${escape(caption)}</figcaption>`;
  if (!picture) return `<figure class="missing"><p>${escape(words.missingImage(name))}</p>${under}</figure>`;
  return `<figure${style({ align })}><img src="${dataUrl(picture)}" alt="${escape(alt || caption || name)}" data-name="${escape(name)}"${width === undefined ? '' : ` width="${Math.round(width)}"`}>${under}</figure>`;
}

/** The table alone: Markdown has no other way to say what cells are merged. */
export function tableHtml({ rows, headerRows }: Extract<OutBlock, { kind: 'table' }>): string {
  const row = (cells: readonly OutCell[]) => `<tr>${cells.map((cell) => {
    const tag = cell.header ? 'th' : 'td';
    const spans = `${cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ''}${cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : ''}`;
    return `<${tag}${spans}${style(cell)}>${inlineHtml(cell.text)}</${tag}>`;
  }).join('')}</tr>`;
  const head = headerRows > 0 ? `<thead>${rows.slice(0, headerRows).map(row).join('')}</thead>` : '';
  return `<table>${head}<tbody>${rows.slice(headerRows).map(row).join('')}</tbody></table>`;
}

export const inlineHtml = (text: readonly OutText[]): string => text.map(piece).join('');

function piece(text: OutText): string {
  if (text.math) return mathHtml(text.text, false);
  let html = escape(text.text).replaceAll('\n', '<br>');
  if (text.code) html = `<code>${html}</code>`;
  if (text.strike) html = `<s>${html}</s>`;
  if (text.underline) html = `<u>${html}</u>`;
  if (text.italic) html = `<em>${html}</em>`;
  if (text.bold) html = `<strong>${html}</strong>`;
  if (text.color || text.background) html = `<span${style(text)}>${html}</span>`;
  if (text.userId) return `<span class="mention" data-mention="${escape(text.userId)}">${html}</span>`;
  return text.href ? `<a href="${escape(text.href)}">${html}</a>` : html;
}

/** MathML, which browsers show by themselves; what isn't valid stays LaTeX. */
function mathHtml(value: string, display: boolean): string {
  return mathElement(value, display)?.outerHTML ?? `<code data-math>${escape(value)}</code>`;
}

export const isEmpty = (text: readonly OutText[]): boolean => plainText(text).trim() === '';
