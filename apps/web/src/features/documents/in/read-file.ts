import { decodeText } from './decode-text.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import { kindOf } from './imported.ts';
import type { ReadDocument } from './read-block.ts';
import { ImportRefused } from './read-block.ts';
import { readHtml } from './read-html.ts';
import type { Refs } from './read-inline.ts';
import type { ReadAnswer, ReadRequest } from './read-worker.ts';

/**
 * What a file says, as blocks. Nothing is written anywhere.
 * @throws ImportRefused when it can't be taken; the reason of the signal once that is aborted
 */
export async function readFile(file: File, refs: Refs, signal: AbortSignal): Promise<ReadDocument> {
  const kind = kindOf(file);
  if (kind === undefined) throw new ImportRefused('kind');
  if (file.size > IMPORT_LIMITS.file) throw new ImportRefused('large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  signal.throwIfAborted();
  const html = kind === 'docx' ? await inWorker({ kind, bytes }, signal) : kind === 'html' ? textOf(bytes) : await inWorker({ kind, text: textOf(bytes) }, signal);
  signal.throwIfAborted();
  const read = readHtml(html, refs);
  if (read.blocks.length === 0 && read.title === '') throw new ImportRefused('empty');
  return { ...read, title: read.title || file.name.replace(/\.[^.]+$/u, '') };
}

/** @throws ImportRefused broken, large */
function textOf(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text === null) throw new ImportRefused('broken');
  // Pictures within a text don't make it a long one.
  if (text.length > IMPORT_LIMITS.text && text.replace(/data:image\/[a-z]+;base64,[A-Za-z\d+/=]+/gu, '').length > IMPORT_LIMITS.text) throw new ImportRefused('large');
  return text;
}

/** Off the page's thread, and no longer than a limit. */
async function inWorker(request: ReadRequest, signal: AbortSignal): Promise<string> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await new Promise<ReadAnswer>((resolve, reject) => {
      timer = setTimeout(() => resolve({ refused: 'complex' }), IMPORT_LIMITS.time);
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => resolve(data));
      worker.addEventListener('error', () => resolve({ refused: 'broken' }));
      worker.postMessage(request, request.kind === 'docx' ? [request.bytes.buffer] : []);
    });
    if ('refused' in answer) throw new ImportRefused(answer.refused);
    return answer.html;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
