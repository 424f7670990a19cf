import { ApiError } from '../../platform/http/api-error.ts';
import { TUS_VERSION } from '../../platform/http/tus-options.ts';
import { fileName } from './file-name.ts';

type Headers = Record<string, string | string[] | undefined>;

/** @throws ApiError invalid_request when the client speaks another version */
export function requireTusVersion(headers: Headers): void {
  const version = headers['tus-resumable'];
  if (version !== undefined && version !== TUS_VERSION) throw new ApiError('invalid_request', `this server speaks tus ${TUS_VERSION}`, { headers: { 'tus-version': TUS_VERSION } });
}

/** @throws ApiError invalid_request for anything but a count of bytes */
export function bytesIn(headers: Headers, name: 'upload-length' | 'upload-offset'): number {
  const value = headers[name];
  const bytes = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : NaN;
  if (!Number.isSafeInteger(bytes)) throw new ApiError('invalid_request', `the header ${name} must be a number of bytes`);
  return bytes;
}

/** The name under `filename` in `Upload-Metadata` (`key base64, key base64`), made fit to be shown and saved. */
export function nameIn(headers: Headers): string {
  const value = headers['upload-metadata'];
  if (typeof value !== 'string') return fileName('');
  const encoded = value.split(',').map((pair) => pair.trim().split(' ')).find(([key]) => key === 'filename' || key === 'name')?.[1];
  return fileName(Buffer.from(encoded ?? '', 'base64').toString('utf8'));
}

export const metadataOf = (name: string): string => `filename ${Buffer.from(name).toString('base64')}`;
