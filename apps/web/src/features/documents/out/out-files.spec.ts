// @vitest-environment jsdom
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fontFile, sampleDocument } from './fixtures/sample-document.ts';
import type { OutDocument } from './out-document.ts';
import { loadMath } from './math.ts';
import { mathRuns } from './math-runs.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writeOdt } from './write-odt.ts';
import { writePdf } from './write-pdf.ts';

const has = (program: string) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
  try {
    readFileSync(path.join(folder, program));
    return true;
  } catch {
    return false;
  }
});
const hasPrograms = has('soffice') && has('pdftotext') && has('pdfimages');

beforeAll(loadMath);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parvis-out-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const run = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const textOf = (pdf: string) => run('pdftotext', '-layout', pdf, '-');

/** Written, opened by LibreOffice, and printed by it. */
async function printed(name: string, blob: Blob): Promise<string> {
  writeFileSync(path.join(folder, name), await bytesOf(blob));
  run('soffice', '--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf:writer_pdf_Export', name);
  return name.replace(/\.\w+$/u, '.pdf');
}

const WORDS = ['Minutes of the launch', 'Décisions prises', '@Zoé Martin', 'Budget', 'the plan', 'Customers', 'Local', 'Fourth', 'Book the room', '€40', 'Total of all that was bought', 'Zoé | Martin', 'console.log("<b>");', 'Warning', 'Mind the gap', 'To be or not to be.', 'Hidden at first.', 'Sales of the year', 'Image missing: lost.png', 'contract.pdf', 'On the left', 'On the right', 'Ελληνικά, Привет, Việt Nam, œuvre'];

describe.skipIf(!hasPrograms)('what other programs find in it', () => {
  test('PDF: the words in every alphabet, the picture, the fonts within it, page numbers', async () => {
    writeFileSync(path.join(folder, 'own.pdf'), await bytesOf(await writePdf(sampleDocument(), fontFile, mathRuns)));
    const text = textOf('own.pdf');
    for (const words of WORDS) expect(text).toContain(words);
    expect(text).toMatch(/^\s*1 ?\/ ?2$/mu);
    expect(run('pdfimages', '-list', 'own.pdf')).toMatch(/image\s+320\s+160/u);
    const fonts = run('pdffonts', 'own.pdf').split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(4);
    for (const font of fonts) expect(font).toMatch(/Inter|JetBrains|NotoSansMath/u);
    for (const font of fonts) expect(font).toMatch(/yes yes yes\s/u);
    expect(run('pdfinfo', 'own.pdf')).toMatch(/Title:\s+Minutes of the launch[\s\S]*A4/u);
  });

  test.each([['docx', (document: OutDocument) => writeDocx(document)], ['odt', (document: OutDocument) => Promise.resolve(writeOdt(document))]] as const)('%s: LibreOffice opens it, with its words, table and picture', async (ending, write) => {
    const pdf = await printed(`sample.${ending}`, await write(sampleDocument()));
    const text = textOf(pdf);
    for (const words of WORDS) expect(text).toContain(words);
    // One row of the table, and what is merged beside it.
    expect(text).toMatch(/Desk\s+€40\s+net\n+\s+€48\s+gross/u);
    expect(run('pdfimages', '-list', pdf)).toMatch(/image\s+320\s+160/u);
  });
});

test('DOCX: formulas can be edited, the picture says what it shows, headers are headers', async () => {
  const parts = unzipSync(await bytesOf(await writeDocx(sampleDocument())));
  const xml = strFromU8(parts['word/document.xml']!);
  expect(xml).toMatch(/<m:f>.*<m:num>.*<m:den>/su);
  expect(xml).toContain('descr="A rising line"');
  expect(xml.match(/<w:tblHeader/gu)).toHaveLength(2);
  expect(xml).toMatch(/<w:vMerge w:val="restart"\/>/u);
});

test('ODT: recognised by its first bytes, and well-formed', async () => {
  const bytes = await bytesOf(writeOdt(sampleDocument()));
  expect(strFromU8(bytes.subarray(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('.xml')) expect(new DOMParser().parseFromString(strFromU8(part), 'application/xml').querySelector('parsererror'), name).toBeNull();
  }
});

test('HTML: asks nothing of anybody', () => {
  const html = writeHtml(sampleDocument());
  expect([...html.matchAll(/(?:src|href)="([^"]*)"/gu)].filter(([attribute, address]) => attribute.startsWith('src') && !address?.startsWith('data:'))).toEqual([]);
  expect(html).not.toContain('<script');
});

test('an empty document, and one with an odd text, come out in each format', async () => {
  const empty = { ...sampleDocument([]), title: '' };
  const odd: OutDocument = { ...empty, title: '<&">\u0001', blocks: [{ kind: 'paragraph', text: [{ text: '\u0000\u000b]]>\ud83d\ude80 <&', href: 'https://example.org/?a="&b' }], children: [] }] };
  for (const document of [empty, odd]) {
    for (const blob of [await writePdf(document, fontFile, mathRuns), await writeDocx(document), writeOdt(document)]) expect(blob.size).toBeGreaterThan(500);
    expect(new DOMParser().parseFromString(strFromU8(unzipSync(await bytesOf(writeOdt(document)))['content.xml']!), 'application/xml').querySelector('parsererror')).toBeNull();
    expect(new DOMParser().parseFromString(strFromU8(unzipSync(await bytesOf(await writeDocx(document)))['word/document.xml']!), 'application/xml').querySelector('parsererror')).toBeNull();
  }
});
