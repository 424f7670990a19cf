import { type Api, ApiProblem, NetworkFailure } from '@parvis/client-sdk';
import type { Attachment, Problem } from '@parvis/contracts';
import { API_PREFIX, PROTOCOL_HEADER, PROTOCOL_VERSION } from '@parvis/contracts/protocol';
import { DetailedError, Upload } from 'tus-js-client';

/** The server waits two minutes for a piece, which a slow line must manage; proxies refuse long bodies. Bytes. */
const PIECE = 8 * 1024 * 1024;
/** Between the tries of a piece, in milliseconds; then it is for a person to try again. */
const RETRY_DELAYS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000];

/**
 * Sends a file through the upload door and answers what became of it.
 * @throws ApiProblem as the server says; the signal's reason when given up
 */
export async function uploadFile(api: Api, file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Attachment> {
  const url = await send(file, onSent, signal);
  return api.call('getUploadedFile', { params: { id: url.slice(url.lastIndexOf('/') + 1) } });
}

function send(file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${API_PREFIX}/uploads`,
      headers: { [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
      metadata: { filename: file.name, filetype: file.type },
      chunkSize: PIECE,
      retryDelays: RETRY_DELAYS,
      storeFingerprintForResuming: false,
      onProgress: onSent,
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status === 408 || status === 409 || status === 423 || status === 429 || status >= 500;
      },
      onSuccess: () => {
        resolve(upload.url ?? '');
      },
      onError: (error) => {
        reject(problemOf(error));
      },
    });
    signal.addEventListener('abort', () => {
      // Also on the server; what can't be told is swept there.
      void upload.abort(true).catch(() => undefined);
      reject(signal.reason as Error);
    });
    upload.start();
  });
}

function problemOf(error: Error): Error {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  try {
    const { code, status, ...rest } = JSON.parse(body ?? '') as Partial<Problem>;
    if (code !== undefined && status !== undefined) return new ApiProblem({ ...rest, code, status });
  } catch {
    // Not from Parvis.
  }
  return new NetworkFailure(error.message, { cause: error });
}
