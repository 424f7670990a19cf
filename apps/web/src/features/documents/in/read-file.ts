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
  // Pictures within a text don't make it a long one.
  if (kind !== 'docx' && bytes.length > IMPORT_LIMITS.text && textLength(bytes) > IMPORT_LIMITS.text) throw new ImportRefused('large');
  if (kind !== 'docx' && bytes.includes(0)) throw new ImportRefused('broken');
  const html = kind === 'html' ? new TextDecoder().decode(bytes) : await inWorker({ kind, bytes }, signal);
  signal.throwIfAborted();
  const read = readHtml(html, refs);
  if (read.blocks.length === 0 && read.title === '') throw new ImportRefused('empty');
  return { ...read, title: read.title || file.name.replace(/\.[^.]+$/u, '') };
}

const textLength = (bytes: Uint8Array): number => new TextDecoder().decode(bytes).replace(/data:image\/[a-z]+;base64,[A-Za-z\d+/=]+/gu, '').length;

/** Off the page's thread, and no longer than a limit. */
async function inWorker(request: ReadRequest, signal: AbortSignal): Promise<string> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<ReadAnswer>((resolve, reject) => {
      const timer = setTimeout(() => resolve({ refused: 'complex' }), IMPORT_LIMITS.time);
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
        clearTimeout(timer);
        resolve(data);
      });
      worker.addEventListener('error', () => resolve({ refused: 'broken' }));
      worker.postMessage(request, [request.bytes.buffer]);
    });
    if ('refused' in answer) throw new ImportRefused(answer.refused);
    return answer.html;
  } finally {
    worker.terminate();
  }
}
