import { mathRuns } from './math-runs.ts';
import type { OutDocument } from './out-document.ts';
import { HOLE, type PdfAnswer, type PdfRequest } from './pdf-request.ts';

/**
 * A document as a PDF, made off the page's thread: laying out a long one takes seconds.
 * Rejects with the reason of the signal once that is aborted.
 */
export async function pdfAside(document: OutDocument, signal: AbortSignal): Promise<Blob> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<PdfAnswer>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<PdfAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => resolve({ failed: message }));
      worker.postMessage(pdfRequest(document));
    });
    if ('failed' in answer) throw new Error(answer.failed);
    return answer.blob;
  } finally {
    worker.terminate();
  }
}

export function pdfRequest({ words, ...document }: OutDocument): PdfRequest {
  return {
    ...document,
    words: { callout: words.callout, missingImage: words.missingImage(HOLE.name), page: words.page(HOLE.page as never, HOLE.pages as never) },
    formulas: new Map([...formulasIn(document.blocks)].map((source) => [source, mathRuns(source)])),
  };
}

/** Wherever they stand in blocks, texts and cells. */
function formulasIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return found;
  const { kind, math, text, value: source } = value as { kind?: unknown; math?: unknown; text?: unknown; value?: unknown };
  if (kind === 'math' && typeof source === 'string') found.add(source);
  if (math === true && typeof text === 'string') found.add(text);
  for (const inner of Object.values(value)) formulasIn(inner, found);
  return found;
}
