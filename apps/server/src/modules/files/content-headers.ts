import type { ByteRange } from '../../platform/storage/blob-store.ts';
import { isInline } from './media-type.ts';
import type { SeenFile } from './files.ts';

const TO_SAVE = 'application/octet-stream';

/** How a file is handed over: shown in place only when browsers can't be made to run it. */
export function contentHeaders({ name, mediaType, kind }: Pick<SeenFile, 'name' | 'mediaType' | 'kind'>, download: boolean): Record<string, string> {
  // A voice's container was recognised when it came, and nothing of it is taken from outside.
  const shown = kind !== 'file' && (isInline(mediaType) || kind === 'voice');
  return {
    'content-type': shown ? mediaType : TO_SAVE,
    'content-disposition': `${shown && !download ? 'inline' : 'attachment'}; ${dispositionName(name)}`,
    ...SAFE,
  };
}

/** Nothing in it runs, whatever it is; nobody else's page embeds it; each use is asked for anew. */
export const SAFE: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-cache',
};

/** RFC 6266 with the encoding of RFC 8187, and a plain name for who knows neither. */
function dispositionName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * The one range of a Range header (RFC 9110); null for none, and for several or what is no range:
 * these get the whole. `unsatisfiable` when it begins behind the end.
 */
export function rangeIn(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [, from, to] = match;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  if (start >= size) return 'unsatisfiable';
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return end < start ? null : { start, end };
}
