import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { IMPORT_LIMITS } from './import-limits.ts';
import { ImportRefused } from './read-block.ts';

/** Parts above this are held against the ratio: small ones pack to nothing by themselves. */
const SMALL = 1024 * 1024;
const CHUNK = 64 * 1024;
/** What the text is made of; fonts, embedded programs and macros are never looked at. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/[^/]*|word\/[^/]+\.xml|word\/_rels\/[^/]+|word\/media\/[^/]+)$/u;

/**
 * A DOCX with nothing but what its text needs, packed anew: whoever reads it reads what was counted here, not
 * what its directory says. Bytes are counted as they unpack, so that a bomb is stopped at the limit.
 * @throws ImportRefused broken, bomb
 */
export function repackedDocx(bytes: Uint8Array): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  let entries = 0;
  let total = 0;
  let refused: ImportRefused | undefined;
  const stop = (reason: 'broken' | 'bomb'): never => {
    refused ??= new ImportRefused(reason);
    throw refused;
  };
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > IMPORT_LIMITS.entries) stop('bomb');
    if (!wanted.test(file.name) || file.name in parts) return;
    if ((file.originalSize ?? 0) > IMPORT_LIMITS.unpacked) stop('bomb');
    const chunks: Uint8Array[] = [];
    let size = 0;
    const most = file.name.endsWith('.xml') ? IMPORT_LIMITS.xml : IMPORT_LIMITS.unpacked;
    file.ondata = (error, chunk, final) => {
      if (error) stop('broken');
      size += chunk.length;
      total += chunk.length;
      const ratio = size / Math.max(1, file.size ?? bytes.length);
      if (size > most || total > IMPORT_LIMITS.unpacked || (size > SMALL && ratio > IMPORT_LIMITS.ratio)) stop('bomb');
      chunks.push(chunk);
      if (final) parts[file.name] = joined(chunks, size);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  } catch {
    throw refused ?? new ImportRefused('broken');
  }
  const text = parts['word/document.xml'];
  if (!text || !parts['[Content_Types].xml']) throw new ImportRefused('broken');
  parts['word/document.xml'] = withMathAsText(text);
  return zipSync(parts, { level: 0 });
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Formulas as the characters in them: mammoth would leave them out. */
function withMathAsText(bytes: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(bytes);
  if (/<!DOCTYPE|<!ENTITY/u.test(xml)) throw new ImportRefused('broken');
  if (!xml.includes('<m:oMath')) return bytes;
  const asText = xml.replace(/<m:oMath(?: [^>]*)?>([\s\S]*?)<\/m:oMath>/gu, (_, inner: string) => {
    const text = [...inner.matchAll(/<m:t(?: [^>]*)?>([^<]*)<\/m:t>/gu)].map(([, each]) => each).join('');
    return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  }).replace(/<\/?m:oMathPara(?: [^>]*)?>|<m:oMathParaPr>[\s\S]*?<\/m:oMathParaPr>/gu, '');
  return new TextEncoder().encode(asText);
}
