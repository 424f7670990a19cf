const ENDINGS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/avif': 'avif', 'image/bmp': 'bmp' };

/** The file of a picture that stands in the text itself; null for any other address. SVG is none: it can hold more than a picture. */
export function pictureOf(address: string, name: string): File | null {
  const match = /^data:(image\/[a-z]+);base64,([a-z\d+/=\s]+)$/iu.exec(address);
  const ending = ENDINGS[match?.[1]?.toLowerCase() ?? ''];
  if (!match?.[2] || ending === undefined) return null;
  try {
    const binary = atob(match[2].replace(/\s/gu, ''));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const clean = name.replace(/[\p{Cc}/\\]/gu, '').trim().slice(0, 120);
    return new File([bytes], new RegExp(`\\.${ending}$`, 'iu').test(clean) || /\.(?:jpe?g)$/iu.test(clean) ? clean : `${clean || 'picture'}.${ending}`, { type: match[1]!.toLowerCase() });
  } catch {
    return null;
  }
}
