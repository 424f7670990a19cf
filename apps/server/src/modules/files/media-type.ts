import type { AttachmentKind } from '@parvis/contracts';
import { fileTypeFromBuffer } from 'file-type';
import { isUtf8 } from 'node:buffer';

/** So many first bytes are looked at. */
export const SNIFFED_BYTES = 64 * 1024;

export interface MediaType {
  mediaType: string;
  kind: Exclude<AttachmentKind, 'voice'>;
}

const UNKNOWN = 'application/octet-stream';

/** What browsers show by themselves and can't be made to run: these only are ever served inline. */
const INLINE: Record<string, MediaType['kind']> = {
  'image/png': 'image', 'image/jpeg': 'image', 'image/gif': 'image', 'image/webp': 'image', 'image/avif': 'image', 'image/apng': 'image',
  'video/mp4': 'video', 'video/webm': 'video', 'video/ogg': 'video', 'video/quicktime': 'video', 'video/x-m4v': 'video', 'video/matroska': 'video',
  'audio/mpeg': 'audio', 'audio/mp4': 'audio', 'audio/x-m4a': 'audio', 'audio/ogg': 'audio', 'audio/opus': 'audio', 'audio/wav': 'audio',
  'audio/webm': 'audio', 'audio/flac': 'audio', 'audio/aac': 'audio',
};

export const isInline = (mediaType: string): boolean => Object.hasOwn(INLINE, mediaType);

/** Judges by the first bytes only; neither the name nor what was claimed counts. */
export async function sniff(head: Uint8Array): Promise<MediaType> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (!found) return { mediaType: looksLikeText(head) ? 'text/plain' : UNKNOWN, kind: 'file' };
  // A codec or other parameter behind the type is no part of it.
  const mediaType = found.mime.split(';')[0]?.trim() ?? UNKNOWN;
  return { mediaType, kind: INLINE[mediaType] ?? 'file' };
}

/** The cut may fall into the middle of a character of up to four bytes. */
function looksLikeText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  return [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut)));
}
