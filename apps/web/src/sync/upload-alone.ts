import type { Attachment } from '@parvis/contracts';
import { api } from './api.ts';

/** Uploads a file that is for no message, like the picture of an emoji. Rejects as calls do. */
export async function uploadAlone(file: File): Promise<Attachment> {
  const { uploadFile } = await import('./upload-file.ts');
  return uploadFile(api, file, () => undefined, new AbortController().signal);
}
