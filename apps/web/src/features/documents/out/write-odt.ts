import { zipSync } from 'fflate';
import { mathRuns } from './math-runs.ts';
import { escapeXml, MANIFEST_HEAD, MIME, stylesXml } from './odt-styles.ts';
import type { OutAlign, OutBlock, OutCell, OutDocument, OutItem, OutText } from './out-document.ts';

interface Writing {
  words: OutDocument['words'];
  /** Automatic styles by what they say. */
  styles: Map<string, string>;
  pictures: { path: string; type: string; bytes: Uint8Array }[];
  /** Centimetres for pictures. */
  width: number;
  tables: number;
}

const TEXT_WIDTH = 17;
const encoder = new TextEncoder();

/** OpenDocument text, OASIS ODF 1.3. */
export function writeOdt({ title, language, blocks, words }: OutDocument): Blob {
  const writing: Writing = { words, styles: new Map(), pictures: [], width: TEXT_WIDTH, tables: 0 };
  const head = title === '' ? '' : `<text:h text:style-name="Title" text:outline-level="1">${escapeXml(title)}</text:h>`;
  const body = head + all(blocks, writing);
  const automatic = [...writing.styles].map(([rest, name]) => `<style:style style:name="${name}" ${rest}</style:style>`).join('');
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${automatic}${lists}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const meta = `<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Parvis</meta:generator><dc:title>${escapeXml(title)}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`;
  const manifest = `${MANIFEST_HEAD}${writing.pictures.map(({ path, type }) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="image/${type}"/>`).join('')}</manifest:manifest>`;
  const bytes = zipSync({
    // First and unpacked: that is how the kind of file is recognised.
    mimetype: [encoder.encode(MIME), { level: 0 }],
    'content.xml': encoder.encode(content), 'styles.xml': encoder.encode(stylesXml(language)), 'meta.xml': encoder.encode(meta), 'META-INF/manifest.xml': encoder.encode(manifest),
    ...Object.fromEntries(writing.pictures.map(({ path, bytes: picture }) => [path, [picture, { level: 0 }] as const])),
  } as Parameters<typeof zipSync>[0]);
  return new Blob([bytes as BlobPart], { type: MIME });
}

const NAMESPACES = [
  ['office', 'office'], ['text', 'text'], ['style', 'style'], ['table', 'table'], ['draw', 'drawing'],
].map(([prefix, part]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`).join(' ') +
  ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"';

const placeOf = (each: number, indent: string): string => `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="${indent === '0cm' ? 'nothing' : 'listtab'}" fo:text-indent="${indent}" fo:margin-left="${(0.6 * each).toFixed(1)}cm"/></style:list-level-properties>`;
const level = (kind: 'bullet' | 'number', each: number) => {
  const place = placeOf(each, '-0.6cm');
  return kind === 'bullet'
    ? `<text:list-level-style-bullet text:level="${each}" text:bullet-char="${['•', '◦', '▪'][(each - 1) % 3]}">${place}</text:list-level-style-bullet>`
    : `<text:list-level-style-number text:level="${each}" style:num-format="1" style:num-suffix=".">${place}</text:list-level-style-number>`;
};
const lists = (['bullet', 'number'] as const).map((kind) => `<text:list-style style:name="${kind}">${Array.from({ length: 10 }, (_, each) => level(kind, each + 1)).join('')}</text:list-style>`).join('') + `<text:list-style style:name="task">${Array.from({ length: 10 }, (_, each) => `<text:list-level-style-number text:level="${each + 1}" style:num-format="">${placeOf(each + 1, '0cm')}</text:list-level-style-number>`).join('')}</text:list-style>`;

/** The name of an automatic style: `rest` is what follows its name, without the end tag. */
function styled({ styles }: Writing, rest: string): string {
  const name = styles.get(rest) ?? `A${styles.size + 1}`;
  styles.set(rest, name);
  return name;
}

const all = (blocks: readonly OutBlock[], writing: Writing): string => blocks.map((each) => block(each, writing)).join('');

interface Styled {
  text: OutText[];
  align?: OutAlign;
  color?: string;
  background?: string;
}

const SIDES: Record<OutAlign, string> = { left: 'start', center: 'center', right: 'end', justify: 'justify' };

function paragraph({ text, align, color, background }: Styled, parent: string, writing: Writing): string {
  const side = align ? `<style:paragraph-properties fo:text-align="${SIDES[align]}"${background ? ` fo:background-color="#${background}"` : ''}/>` : background ? `<style:paragraph-properties fo:background-color="#${background}"/>` : '';
  const name = side || color ? styled(writing, `style:family="paragraph" style:parent-style-name="${parent}">${side}${color ? `<style:text-properties fo:color="#${color}"/>` : ''}`) : parent;
  return `<text:p text:style-name="${name}">${runs(text, writing)}</text:p>`;
}

const heading = (text: readonly OutText[], depth: number, writing: Writing): string => `<text:h text:style-name="Heading_20_${depth}" text:outline-level="${depth}">${runs(text, writing)}</text:h>`;

function block(each: OutBlock, writing: Writing): string {
  const inner = (blocks: readonly OutBlock[]): string => (blocks.length === 0 ? '' : section(all(blocks, writing), writing));
  switch (each.kind) {
    case 'paragraph': return paragraph(each, 'Text', writing) + inner(each.children);
    case 'heading': return heading(each.text, each.level, writing) + inner(each.children);
    case 'toggle': return (each.level === undefined ? paragraph({ ...each, text: bold(each.text) }, 'Text', writing) : heading(each.text, each.level, writing)) + inner(each.children);
    case 'quote': return paragraph(each, 'Quote', writing) + inner(each.children);
    case 'callout': return paragraph({ text: [{ text: `${writing.words.callout[each.callout]}  `, bold: true }, ...each.text] }, `Callout_${each.callout}`, writing) + inner(each.children);
    case 'list': return list(each, writing);
    case 'code': return `<text:p text:style-name="Code">${each.value.split('\n').map((line) => spaced(line)).join('<text:line-break/>')}</text:p>`;
    case 'math': return `<text:p text:style-name="Math">${math(each.value, writing)}</text:p>`;
    case 'table': return table(each, writing);
    case 'image': return image(each, writing);
    case 'card': return `<text:p text:style-name="Card">${runs([{ text: each.label, href: each.href }, ...(each.caption === '' ? [] : [{ text: `  ${each.caption}` }])], writing)}</text:p>`;
    case 'columns': return columns(each, writing);
    case 'rule': return '<text:p text:style-name="Rule"/>';
  }
}

const bold = (pieces: readonly OutText[]): OutText[] => pieces.map((piece) => ({ ...piece, bold: true as const }));

/** Blocks moved in: a table without lines, since paragraphs of any style can stand in it. */
function section(inner: string, writing: Writing): string {
  return bare([0.6, writing.width - 0.6], ['<text:p text:style-name="Text"/>', inner], writing);
}

function list({ ordered, start, items }: Extract<OutBlock, { kind: 'list' }>, writing: Writing): string {
  const style = items[0]?.checked !== undefined ? 'task' : ordered ? 'number' : 'bullet';
  const item = ({ text, checked, children, ...looks }: OutItem, index: number): string => {
    // As a letter: some fonts draw it as an emoji.
    const box: OutText[] = checked === undefined ? [] : [{ text: checked ? '☑\uFE0E ' : '☐ ' }];
    return `<text:list-item${ordered && index === 0 && start !== 1 ? ` text:start-value="${start}"` : ''}>${paragraph({ ...looks, text: [...box, ...text] }, 'Item', writing)}${all(children.filter(({ kind }) => inItem.has(kind)), writing)}</text:list-item>`;
  };
  // In an item stand paragraphs and lists; a table or a picture in one follows it.
  return items.map((each, index) => {
    const after = each.children.filter(({ kind }) => !inItem.has(kind));
    return `${index === 0 ? open(style) : ''}${item(each, index)}${after.length === 0 ? '' : `</text:list>${all(after, writing)}${index === items.length - 1 ? '' : open(style, true)}`}${index === items.length - 1 && after.length === 0 ? '</text:list>' : ''}`;
  }).join('');
}
const inItem = new Set<OutBlock['kind']>(['paragraph', 'list', 'heading', 'quote', 'code', 'math']);
const open = (style: string, goesOn = false): string => `<text:list text:style-name="${style}"${goesOn ? ' text:continue-numbering="true"' : ''}>`;

function table({ rows, columns: count, widths, headerRows }: Extract<OutBlock, { kind: 'table' }>, writing: Writing): string {
  const total = Array.from({ length: count }, (_, column) => widths[column] ?? 120).reduce((sum, width) => sum + width, 0);
  const names = Array.from({ length: count }, (_, column) => columnOf(((widths[column] ?? 120) / total) * writing.width, writing));
  const taken = rows.map(() => new Set<number>());
  const made = rows.map((cells, row) => {
    let column = 0;
    let xml = '';
    const covered = () => {
      for (; taken[row]!.has(column); column += 1) xml += '<table:covered-table-cell/>';
    };
    for (const cell of cells) {
      covered();
      for (let down = 0; down < cell.rowspan && row + down < rows.length; down += 1) for (let across = 0; across < cell.colspan; across += 1) if (down + across > 0) taken[row + down]!.add(column + across);
      xml += tableCell(cell, Math.min(cell.rowspan, rows.length - row), writing);
      column += 1;
    }
    covered();
    return `<table:table-row>${xml}</table:table-row>`;
  });
  const head = headerRows > 0 ? `<table:table-header-rows>${made.slice(0, headerRows).join('')}</table:table-header-rows>` : '';
  return `${openTable(writing)}${names.join('')}${head}${made.slice(headerRows).join('')}</table:table><text:p text:style-name="Small"/>`;
}

function openTable(writing: Writing): string {
  writing.tables += 1;
  const style = styled(writing, `style:family="table"><style:table-properties style:width="${writing.width.toFixed(2)}cm" table:align="left"/>`);
  return `<table:table table:name="T${writing.tables}" table:style-name="${style}">`;
}
const columnOf = (width: number, writing: Writing): string => `<table:table-column table:style-name="${styled(writing, `style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}cm"/>`)}"/>`;

function tableCell(cell: OutCell, rowspan: number, writing: Writing): string {
  const fill = cell.background ?? (cell.header ? 'f4f4f7' : undefined);
  const style = styled(writing, `style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #c9cad6"${fill ? ` fo:background-color="#${fill}"` : ''}/>`);
  const spans = `${cell.colspan > 1 ? ` table:number-columns-spanned="${cell.colspan}"` : ''}${rowspan > 1 ? ` table:number-rows-spanned="${rowspan}"` : ''}`;
  return `<table:table-cell table:style-name="${style}"${spans} office:value-type="string">${paragraph({ ...cell, background: undefined, text: cell.header ? bold(cell.text) : cell.text }, 'Cell', writing)}</table:table-cell>`;
}

function columns({ columns: parts }: Extract<OutBlock, { kind: 'columns' }>, writing: Writing): string {
  const total = parts.reduce((sum, { width }) => sum + width, 0);
  const widths = parts.map(({ width }) => (width / total) * writing.width);
  return bare(widths, parts.map(({ blocks }, index) => all(blocks, { ...writing, width: widths[index]! - 0.4 })), writing);
}

function bare(widths: readonly number[], cells: readonly string[], writing: Writing): string {
  const style = styled(writing, 'style:family="table-cell"><style:table-cell-properties fo:padding-right="0.4cm" fo:border="none"/>');
  return `${openTable(writing)}${widths.map((width) => columnOf(width, writing)).join('')}<table:table-row>${cells.map((cell) => `<table:table-cell table:style-name="${style}">${cell || '<text:p text:style-name="Text"/>'}</table:table-cell>`).join('')}</table:table-row></table:table>`;
}

function image({ picture, name, alt, caption, width, align }: Extract<OutBlock, { kind: 'image' }>, writing: Writing): string {
  const under = caption === '' ? '' : paragraph({ text: [{ text: caption }], align }, 'Caption', writing);
  if (!picture) return `<text:p text:style-name="Card">${escapeXml(writing.words.missingImage(name))}</text:p>${under}`;
  const number = writing.pictures.length + 1;
  const path = `Pictures/${number}.${picture.type}`;
  writing.pictures.push({ path, type: picture.type === 'jpg' ? 'jpeg' : 'png', bytes: picture.bytes });
  const shown = Math.min(writing.width, (width ?? picture.width) * (2.54 / 96));
  const height = (shown * picture.height) / picture.width;
  const frame = `<draw:frame draw:name="${escapeXml(`${number} ${name}`)}" text:anchor-type="as-char" svg:width="${shown.toFixed(2)}cm" svg:height="${height.toFixed(2)}cm"><draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${escapeXml(name)}</svg:title><svg:desc>${escapeXml(alt || caption || name)}</svg:desc></draw:frame>`;
  const style = align ? styled(writing, `style:family="paragraph" style:parent-style-name="Text"><style:paragraph-properties fo:text-align="${SIDES[align]}"/>`) : 'Text';
  return `<text:p text:style-name="${style}">${frame}</text:p>${under}`;
}

function runs(text: readonly OutText[], writing: Writing): string {
  return text.map((piece) => {
    if (piece.math) return math(piece.text, writing);
    const content = piece.text.split('\n').map(spaced).join('<text:line-break/>');
    const properties = [
      (piece.bold || piece.userId) && 'fo:font-weight="bold"', piece.italic && 'fo:font-style="italic"', piece.strike && 'style:text-line-through-style="solid"', (piece.underline || piece.href) && 'style:text-underline-style="solid" style:text-underline-width="auto"',
      piece.code && 'style:font-name="Liberation Mono" fo:font-size="9.5pt"', piece.userId || (piece.href && !piece.color) ? 'fo:color="#3d3bb0"' : piece.color && `fo:color="#${piece.color}"`, piece.background && `fo:background-color="#${piece.background}"`,
    ].filter(Boolean).join(' ');
    const span = properties === '' ? content : `<text:span text:style-name="${styled(writing, `style:family="text"><style:text-properties ${properties}/>`)}">${content}</text:span>`;
    return piece.href ? `<text:a xlink:type="simple" xlink:href="${escapeXml(piece.href)}">${span}</text:a>` : span;
  }).join('');
}

function math(source: string, writing: Writing): string {
  return mathRuns(source).map(({ text, italic, raised, lowered }) => {
    const properties = [italic && 'fo:font-style="italic"', raised && 'style:text-position="super 62%"', lowered && 'style:text-position="sub 62%"'].filter(Boolean).join(' ');
    return properties === '' ? spaced(text) : `<text:span text:style-name="${styled(writing, `style:family="text"><style:text-properties ${properties}/>`)}">${spaced(text)}</text:span>`;
  }).join('');
}

/** More than one space, and tabs, have elements of their own. */
const spaced = (text: string): string => escapeXml(text).replaceAll('\t', '<text:tab/>').replace(/^ | {2,}/gu, (spaces) => `<text:s text:c="${spaces.length}"/>`);

