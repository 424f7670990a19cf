import type { Attachment } from '@parvis/contracts';
import { api } from './api.ts';

/** Uploads a file that is for no message, like the picture of an emoji. Rejects as calls do, or with the signal's reason. */
export async function uploadAlone(file: File, signal: AbortSignal = new AbortController().signal): Promise<Attachment> {
  const { uploadFile } = await import('./upload-file.ts');
  return uploadFile(api, file, () => undefined, signal);
}
