/**
 * The text of a file: UTF-8 unless its first bytes, or the charset that a page names, say otherwise. Null for
 * what isn't text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(namedBy(bytes) ?? 'windows-1252').decode(bytes);
  }
}

function namedBy(bytes: Uint8Array): string | null {
  const name = /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/iu.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2_048)))?.[1];
  if (name === undefined) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
