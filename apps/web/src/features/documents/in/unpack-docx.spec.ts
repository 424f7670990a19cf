// @vitest-environment node
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportRefused } from './read-block.ts';
import { repackedDocx } from './unpack-docx.ts';

const types = strToU8('<Types/>');
const docx = (parts: Record<string, Uint8Array>) => zipSync({ '[Content_Types].xml': types, 'word/document.xml': strToU8('<w:document/>'), ...parts }, { level: 9 });
const reasonOf = (bytes: Uint8Array) => {
  try {
    repackedDocx(bytes);
    return null;
  } catch (error) {
    return (error as ImportRefused).reason;
  }
};

describe('an archive that is none', () => {
  test('bytes of anything else', () => expect(reasonOf(strToU8('not a zip at all'))).toBe('broken'));
  test('one that ends in the middle', () => expect(reasonOf(docx({}).subarray(0, 90))).toBe('broken'));
  test('an archive of something else', () => expect(reasonOf(zipSync({ 'a.txt': types }))).toBe('broken'));
  test('one that names entities', () => expect(reasonOf(docx({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document><m:oMath/></w:document>') }))).toBe('broken'));
});

describe('an archive that unpacks to far too much', () => {
  test('zeros', () => expect(reasonOf(docx({ 'word/media/a.png': new Uint8Array(30 * 1024 * 1024) }))).toBe('bomb'));
  test('whose directory says that they are few', () => {
    const bytes = docx({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // Sizes as the headers say: of local files at 22, of the directory at 24.
    for (let at = 0; at < bytes.length - 46; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(reasonOf(bytes)).toBe('bomb');
  });
  test('very many parts', () => expect(reasonOf(docx(Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`word/media/${index}.png`, types]))))).toBe('bomb'));
});

test('what no text needs is left out', () => {
  const packed = repackedDocx(docx({ 'word/vbaProject.bin': types, 'word/embeddings/evil.exe': types, '../../etc/passwd': types }));
  const names = new TextDecoder('latin1').decode(packed);
  for (const name of ['vbaProject', 'evil.exe', 'passwd']) expect(names).not.toContain(name);
});
